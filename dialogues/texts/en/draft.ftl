# Lines of the text to the counsellor, said by the person who asks for help. Each line can be left out.

draft-outside = My question may not fit the protocol. I would still like contact.

draft-for-whom-self = It is about me.
draft-for-whom-witness = I see something happening to someone else.
draft-for-whom-unsure = I am not sure whom it is about.
draft-for-whom-manager = I am a manager and I have a question.
draft-for-whom-new = I am new here.

draft-kind-sexual = It is about sexual harassment.
draft-kind-bullying = It is about bullying.
draft-kind-discrimination = It is about discrimination.
draft-kind-aggression = It is about aggression.
draft-kind-violence = It is about violence.
draft-kind-several = It is about more than one kind of behaviour.
draft-kind-other = It is about something else that I do not want at work.
draft-kind-unknown = I do not know what kind of behaviour it is.
draft-kind-rather-not = I would rather not say now what it is about.

draft-ground-origin = It has to do with my origin or skin colour.
draft-ground-religion = It has to do with my religion or belief.
draft-ground-sex = It has to do with my sex or gender, or with pregnancy.
draft-ground-orientation = It has to do with whom I am attracted to.
draft-ground-disability = It has to do with a disability or illness.
draft-ground-age = It has to do with my age.
draft-ground-other-ground = It has to do with something else about who I am.

draft-topic-labour-conflict = It is about a conflict at work.
draft-topic-reorganisation = It is about a reorganisation.
draft-topic-social-work = It is about stress or worries.
draft-topic-health = It is about my health.
draft-topic-hr-practical = It is about a practical question, such as pay, leave or contract.
draft-topic-policy = It is about rules or policy.
draft-topic-integrity = It is about something that does not seem honest or safe.
draft-topic-data-privacy = It is about my personal data.
draft-topic-other-topic = It is about something else.

draft-about-colleague = The other person is a colleague.
draft-about-manager = The other person is a manager.
draft-about-board = The other person is on { $board }.
draft-about-hr = The other person works at { $hr }.
draft-about-counsellor = The other person is a counsellor.
draft-about-customer = The other person is a customer, client, patient or supplier.
draft-about-outsider = The other person does not work here.

draft-need-story = I want to tell my story.
draft-need-possible = I want to know what is possible.
draft-need-someone = I am looking for someone to think along with me.
draft-need-help-now = I need help soon.
draft-need-unsure = I do not know yet what I need.
