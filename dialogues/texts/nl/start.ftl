# Before the first question (C42): a program, who reads, what is kept, limits of secrecy, where to be careful.
# The limits are those of the policy.
utter_notice =
    Welkom bij Open Oor. Ik ben een programma, geen mens.
    Wat je verstuurt, is voor de vertrouwenspersoon die jij kiest. Niet voor { $board }, { $manager } of { $hr }.
    Ik vraag je naam niet. Ik bewaar weinig, en jij kunt het altijd wissen.
    { $secrecy_limits }
    Wie dit programma kan veranderen, kan nieuwe berichten lezen. Gebruik liever geen apparaat of wifi van je werk.
    Alleen deze browser opent dit gesprek. Meer weten? Kies Meer lezen.
    .privacy = Meer lezen

utter_notice_telegram =
    Welkom bij Open Oor. Ik ben een programma, geen mens.
    Wat je verstuurt, is voor de vertrouwenspersoon die jij kiest. Niet voor { $board }, { $manager } of { $hr }.
    Ik vraag je naam niet. Ik bewaar weinig, en jij kunt het altijd wissen.
    { $secrecy_limits }
    Wie dit programma kan veranderen, kan nieuwe berichten lezen. Gebruik liever geen apparaat of wifi van je werk.
    Telegram bewaart dit gesprek en kent je account. Op onze webpagina blijft meer verborgen. Meer weten? Kies Meer lezen.
    .privacy = Meer lezen
