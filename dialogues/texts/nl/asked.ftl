# Wat mensen midden in een gesprek vragen. Kort, eerlijk, en daarna staat dezelfde vraag er weer.

utter_who_reads =
    Ik stuur niets naar je baas, { $board } of { $hr }. Ook niet naar de ander.
    Alleen de vertrouwenspersoon die jij kiest krijgt jouw tekst, en pas na jouw ja.
    Ik vraag je naam niet. Soms kan iemand je wel herkennen aan je verhaal.
    { $secrecy_limits }
    Wie dit programma kan veranderen, kan nieuwe berichten lezen.
    Op een apparaat of wifi van je werk kan iemand zien dat je hier was.
    .privacy = Meer lezen

utter_no_promise =
    Ik stuur niets naar een mens zonder jouw ja.
    Een vertrouwenspersoon houdt geheim wat je vertelt.
    Dat alles altijd geheim blijft, kan niemand zeker zeggen.
    { $secrecy_limits }
    De wet geeft een vertrouwenspersoon geen zwijgrecht bij de rechter.
    Wie dit programma kan veranderen, kan nieuwe berichten lezen.
    .privacy = Meer lezen

utter_machine =
    Ik ben een programma, geen mens. Wat ik zeg, is vooraf geschreven.
    Niemand kijkt live mee.
    De vertrouwenspersonen zijn wel echte mensen.
    .human = Een mens spreken

utter_next_step =
    Bij elke knop komt er een vraag of een uitleg. Er gaat dan niets naar een mens.
    Alleen met 'Ja, stuur dit' gaat jouw tekst weg. Die lees je eerst helemaal.
    Wissen of terugtrekken? Dan vraag ik eerst of je het zeker weet.
    Stoppen kan altijd.

utter_my_job =
    Dat weet ik niet. Daarover kan ik je niets zeker zeggen.
    Ik stuur niets naar je werkgever. Jij kiest wie iets hoort.
    De Arbowet zegt: de werkgever moet jou beschermen tegen ongewenst gedrag.
    Een vakbond of het Juridisch Loket kan je vertellen wat jouw rechten zijn.
    Je mag dit ook aan een vertrouwenspersoon vragen.

utter_serious =
    Veel mensen vragen zich dat af. Je hoeft het hier niet zeker te weten.
    Ik meet niet hoe erg iets is. Hoe jij het ervaart, telt.
    Je hoeft niets te bewijzen.
    Een vertrouwenspersoon kan met je meedenken. Dat hoeft niet.

utter_watched =
    Kijkt er iemand mee? Dan mag je hier nu weggaan. Er wordt niets verstuurd.
    Op de webpagina gaat dat het snelst met de knop 'Snel weg'.
    Kom terug als je alleen bent, liefst op een apparaat van jezelf.
    Met 'Alles wissen' haal je weg wat hier staat.

utter_unclear =
    Dan was ik niet duidelijk. Zo werkt het:
    Kies een knop die een beetje past. Of typ in je eigen woorden.
    Weet je het niet? Dan mag je dat ook zeggen.
    Er gaat niets weg tot jij ja zegt tegen een tekst.
    .human = Een mens spreken

utter_lost_code =
    Een code die weg is, kan niemand teruggeven. Wij ook niet.
    Zie je je berichten nog op dit scherm? Dan kun je hier gewoon verder.
    Zie je ze niet meer? Dan kun je het antwoord niet meer lezen.
    Opnieuw beginnen kan wel. Zelf bellen of mailen kan ook.
    .human = Een mens spreken

utter_when =
    Er is nog niets verstuurd.
    Na het versturen hoor je binnen { $reply_days } werkdagen iets. Je ziet dan de precieze dag.
    Is er dan nog niets? Dan kies jij wat er gebeurt.
    Ik vraag niemand anders zonder jouw ja.

utter_undone =
    Wat gewist is, kan niemand terughalen. Wij ook niet.
    Heb je niets gewist? Dan is alles er nog.
    Je kunt altijd opnieuw beginnen. Je hoeft dan niet alles weer te vertellen.
