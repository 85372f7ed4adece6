# C55, C73
utter_who =
    Dit zijn de vertrouwenspersonen:
    { $roster_text }
    De namen staan ook bij { $hr }. Vragen aan { $hr } hoeft niet.

utter_gap_man = Op dit moment is er geen man beschikbaar. Je krijgt nooit zonder vragen een vrouw.

utter_gap_woman = Op dit moment is er geen vrouw beschikbaar. Je krijgt nooit zonder vragen een man.

utter_gap_all =
    Op dit moment is geen van de vertrouwenspersonen beschikbaar.
    Onder Hulp nu staat hulp buiten de organisatie.
    .help_now = Hulp nu

# C44, C56. Line by line: C45 and C46, C47 and C48, C51 to C53, C49 and C50, C54, C15
utter_what_does =
    Een vertrouwenspersoon vangt je op, als je hulp of advies wilt.
    Die helpt je op een rij te zetten wat er speelt, en welke stap jou helpt.
    Die wijst de weg naar hulp binnen of buiten de organisatie, of geeft daar advies over.
    Die kan helpen bij bemiddeling, alleen als jij dat wilt en bij ongewenst gedrag.
    Die vraagt later hoe het gaat, als jij dat wilt.
    Zonder jouw ja doet een vertrouwenspersoon niets.

# C55 to C58
utter_what_visible =
    Een vertrouwenspersoon laat weten wie hij of zij is, en wat hij of zij doet.
    Bijvoorbeeld bij een nieuwe aanstelling, en als jij nieuw bent.

# C59. Line by line: C60, C61 and C62, C63, C64 and C65, C66
utter_what_does_not =
    Een vertrouwenspersoon is geen bedrijfsmaatschappelijk werker.
    Die steunt niet de persoon over wie een klacht gaat. Daarvoor is er hulp buiten de organisatie.
    Die is niet verantwoordelijk voor het hele beleid.
    Die is er niet voor gewone arbeidsconflicten en reorganisaties.
    Twijfel je? Of wil je toch praten? Dat mag altijd.

utter_privacy_readers =
    Tot jij iets verstuurt, krijgt geen mens je woorden.
    Daarna zijn ze voor de vertrouwenspersoon die jij kiest.
    { START($board) }, { $manager } en { $hr } hebben hier geen toegang.
    Opslag en kopieën zijn zonder sleutel niet te lezen.
    Wie het programma zelf kan veranderen, kan nieuwe berichten lezen.

utter_privacy_kept =
    We bewaren geen naam, nummer of foto van jou.
    Verstuur je niets? Dan wissen we dit gesprek na { $idle_hours } uur stilte.
    Verstuur je wel iets? Dan blijft het leesbaar tot { $closed_days } dagen na het einde, of tot jij wist.
    Gewist is meteen onleesbaar. In reservekopieën is het na 7 dagen weg.
    Wil je bericht als er nieuws is? Dan bewaren we een versleuteld adres, tot het einde of tot jij wist.
    Na het einde telt mee hoe het afliep, in totalen per jaar. Daarin staat niet wie. Die blijven.

utter_privacy_telegram =
    Telegram bewaart dit gesprek en kent je account.
    Een antwoord aan jou kan onze server lezen tot het bezorgd is, hooguit 72 uur.
    Bij wissen haal ik berichten weg die jonger zijn dan 48 uur. Oudere wis je zelf in Telegram.
    Naam en foto kun je in Telegram verbergen. Onze webpagina vraagt geen account.

# C42, C43
utter_secrecy =
    Een vertrouwenspersoon houdt geheim wat je vertelt. Ook als die geen vertrouwenspersoon meer is.
    Alleen met jouw ja mag er iets naar een ander.
    { $secrecy_limits }
    De wet geeft een vertrouwenspersoon geen zwijgrecht bij de rechter.

# C02
utter_law =
    De Arbowet zegt: de werkgever moet jou beschermen tegen ongewenst gedrag.
    Daar horen pesten, discriminatie, seksuele intimidatie, agressie en geweld bij.
    Het telt ook bij klanten, op reis, bij een uitje of in een app-groep.
    Hulp vragen mag altijd. Je bent niet lastig.
    Dit is uitleg, geen juridisch advies.

# C01
utter_protocol =
    Het protocol in het kort (versie { $protocol_summary }):
    De werkgever beschermt jou tegen ongewenst gedrag. De vertrouwenspersoon luistert, helpt en geeft advies.
    Die doet alleen iets als jij dat vraagt, en houdt geheim wat je vertelt.
    Er zijn altijd een man en een vrouw. Eén keer per jaar krijgt { $board } een verslag zonder namen.
    Oplossen kan eerst informeel. Lukt dat niet, dan kan het formeel bij { $board }.
    De organisatie heeft afgesproken de vertrouwenspersoon te beschermen. { START($hr) } heeft de namen.

utter_protocol_deviations =
    Wat hier anders is afgesproken:
    { $deviations }
