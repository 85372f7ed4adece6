# Kiezen, lezen, ja zeggen. Voor het ja gaat er niets weg.

utter_ask_has_case_next =
    Je hebt al een bericht bij { $counsellor_name }.
    Je kunt één vertrouwenspersoon tegelijk hebben.
    Wil je bij { $counsellor_name } blijven of iemand anders vragen?
    .keep = Bij deze persoon blijven
    .other = Iemand anders vragen

utter_first_not =
    Het gaat over een vertrouwenspersoon.
    Eerst kies je wie ik niet vraag. Die persoon krijgt niets te lezen.
    Deze keuze bewaar ik niet na het versturen.
utter_ask_not_counsellor = Wie vraag ik niet?
    .skip = Dat zeg ik liever niet
utter_excluded = Goed. Die persoon vraag ik niet.
utter_left_man = Ik kan nu alleen nog een man vragen, en geen vrouw. Er gaat niets weg zonder jouw ja.
utter_left_woman = Ik kan nu alleen nog een vrouw vragen, en geen man. Er gaat niets weg zonder jouw ja.

utter_ask_pick =
    Met wie wil je contact?
    Is er iemand die ik niet mag vragen? Bijvoorbeeld een vriend van de ander.
    Kies dan eerst 'Iemand niet vragen'.
    .man = Een man
    .woman = Een vrouw
    .any = Maakt niet uit
    .person = Ik kies zelf een persoon
    .not_person = Iemand niet vragen
utter_ask_counsellor =
    Wie kies je?
    Alleen deze persoon krijgt straks jouw tekst.
    .skip = Terug
utter_no_man =
    Er is nu geen man die ik kan vragen. Ik vraag niemand anders zonder jouw ja.
    Je kunt iets anders kiezen, of later terugkomen.
utter_no_woman =
    Er is nu geen vrouw die ik kan vragen. Ik vraag niemand anders zonder jouw ja.
    Je kunt iets anders kiezen, of later terugkomen.
utter_not_chosen =
    Deze keuze lukt nu niet meer. Misschien is die persoon net weg.
    Je kunt opnieuw kiezen. Er is niets verstuurd.

utter_nobody_offered =
    Er is nu geen vertrouwenspersoon die ik kan vragen. Dat is niet goed geregeld.
    Er is niets verstuurd.
utter_outside_lines =
    Deze mensen werken niet voor je werkgever:
    { $help_lines }
utter_ask_nobody_next = Wat wil je nu?
    .again = Opnieuw kiezen wie ik niet vraag
    .options = Andere mogelijkheden
    .enough = Genoeg voor nu

utter_ask_witness_mine =
    Je vertelt over iemand anders. Jouw ja geldt alleen voor jouw eigen verhaal.
    Jouw naam gaat niet mee. Je hoeft ook geen andere namen te noemen.
    De ander kiest zelf wat die wil.
    Wil je doorgaan met jouw eigen verhaal?
    .yes = Ja, ik ga door
    .stop = Nee, nu niet
utter_witness_stop =
    Er is niets verstuurd.
    Je kunt tegen de ander zeggen dat Open Oor er is.

utter_ask_push =
    Mag ik je hier een bericht sturen als er nieuws is? Er staat dan alleen: er is nieuws.
    Wie op je scherm kijkt, kan dat zien.
    Bij nee kijk je zelf, bij 'Mijn bericht'. Beide is goed.
    .yes = Ja, stuur een bericht
    .no = Nee, ik kijk zelf

utter_code =
    Dit is jouw code. Met deze code lees je later het antwoord.
    { NUMBERED($resume_code) }
    Schrijf de code op papier. Bewaar die niet op je werk.
    Niemand kan je een nieuwe code geven. Ook wij kennen de code straks niet meer.
utter_ask_teach =
    Wil je kijken of je de code goed hebt?
    Typ dan woord { $teach_first } en woord { $teach_second } van de code.
    .skip = Overslaan
utter_teach_ok = Dat klopt. Je hebt de code goed.
utter_teach_skipped = Dat is goed. Bewaar de code wel: zonder code kun je later niets lezen.
utter_ask_code_again =
    Deze woorden zijn anders dan in de code. Dat kan gebeuren.
    Wil je de code nog een keer zien?
    .yes = Ja, laat zien
    .no = Nee, ik heb de code goed
utter_code_new = De oude code laat ik niet meer zien. Je krijgt een nieuwe. De oude werkt dan niet meer.

utter_preview =
    Dit krijgt { $counsellor_name } te lezen. Alleen dit, en niemand anders.

    { $preview }
utter_ask_marks_ok =
    In je tekst staat iets dat op een naam, nummer of adres lijkt:
    { $marks }
    Daaraan kan iemand je soms herkennen. Ik verander zelf niets.
    .keep = Laten staan
    .change = Een regel weghalen
utter_ask_send =
    Wil je dit sturen?
    Zonder jouw ja gaat er niets weg. Terugtrekken kan later ook nog.
    Iets erbij? Typ het dan hier.
    .yes = Ja, stuur dit
    .change = Een regel weghalen
    .not_now = Nu niet
utter_words_added = Dat staat erbij. Hier is de tekst opnieuw.
utter_words_after =
    Wat je net typte, staat niet in deze tekst en is niet verstuurd.
    Is je bericht bij een vertrouwenspersoon? Typ het dan nog een keer, dan gaat het daarheen.
utter_words_locked =
    Ik kan je eerdere woorden nu niet lezen. Er is niets verstuurd.
    Open je gesprek eerst met je code. Kies daarna opnieuw.
utter_ask_line = Welke regel haal ik weg?
    .skip = Niets weghalen
utter_ask_nothing_next =
    Er staat nu niets meer in de tekst.
    Wil je alles terugzetten?
    .restore = Ja, zet alles terug
    .not_now = Nee, nu niet
utter_ask_pause_next =
    Dat is goed. Er is niets verstuurd.
    Je woorden blijven { $idle_hours } uur bewaard. Daarna wis ik ze.
    Je hoeft nu niets te kiezen. Je kunt later terugkomen.
    .go_on = Verdergaan
    .options = Mogelijkheden bekijken
    .now = Stoppen en wissen

utter_problem_counsellor_gone =
    Het is niet verstuurd. { $counsellor_name } kan nu geen bericht krijgen.
    Je woorden zijn er nog. Je kunt opnieuw kiezen.
utter_problem_expired =
    Het is niet verstuurd, want er ging te veel tijd voorbij.
    Je woorden zijn er nog. We doen de laatste stappen opnieuw.
utter_problem_not_sent =
    Het is niet verstuurd. Er ging iets mis bij ons.
    Je woorden zijn er nog. Je kunt het opnieuw proberen.

utter_sent =
    Het is verstuurd naar { $counsellor_name }, en naar niemand anders.
    Uiterlijk { $reply_by } hoor je iets. Is er dan nog niets? Dan kies jij wat er gebeurt.
utter_sent_push = Is er nieuws, dan stuur ik je hier een bericht. Er staat dan alleen: er is nieuws.
utter_sent_look = Ik stuur je hier niets uit mezelf. Je kunt zelf kijken of er antwoord is.
utter_sent_code =
    Kom terug met je code om te kijken of er antwoord is.
    Schrijf ook deze dag erbij: { $reply_by }.
utter_sent_control =
    Kijken en terugtrekken kan altijd, bij 'Mijn bericht'.
    Wil je iets toevoegen? Typ het hier. Het gaat naar dezelfde vertrouwenspersoon.
    Met 'Alles wissen' haal je alles weg.
    .status = Mijn bericht
