# Hoe een vertrouwenspersoon het wil horen.

desk-pings-title = Hoe wil je het horen?
desk-pings-text = Open Oor laat je weten dat er iets voor je klaar staat. Er staat nooit in wat, of van wie. Lezen en schrijven doe je hier.
desk-pings-when = Je hoort het op werkdagen om { $times } uur. Alles samen is één bericht. Zo ziet niemand aan de tijd wie er schreef.
desk-pings-at-once = In deze organisatie hoor je het meteen. Wie de tijd ziet, kan soms raden wie er schreef.
desk-pings-only-here = Je hebt nog niets gekozen. Kijk dan zelf elke werkdag hier.
desk-pings-on = Staat aan
desk-pings-waits = Wacht op het getal
desk-pings-failed = We konden je zo niet bereiken sinds { $day }
desk-pings-trouble = We konden je op één manier niet bereiken. Kijk of het adres nog klopt.
desk-pings-mail = E-mail
desk-pings-add-mail = Een e-mail krijgen
desk-pings-label-mail = E-mailadres
desk-pings-hint-mail = Kies een adres dat alleen jij leest. Wie de mail beheert, kan zien dat er iets kwam en hoe laat.
desk-pings-send-mail = Stuur een proefmail
desk-pings-mail-none = E-mail staat niet aan in deze organisatie.
desk-pings-service = Dienst
desk-pings-add-service = Een andere dienst
desk-pings-label-service = Adres van de dienst
desk-pings-hint-service = Begint met ntfys, gotifys, matrixs, signals, mmosts, nctalks of pover, en dan ://. Hoe het verder gaat, staat bij Apprise (appriseit.com). Het komt hier niet meer in beeld.
desk-pings-send-service = Stuur een proefbericht
desk-pings-words = Woorden
desk-pings-neutral = Neutraal: de naam Open Oor staat er niet in
desk-pings-number-label = Getal uit het proefbericht
desk-pings-number-hint = Er is een proefbericht met zes cijfers onderweg. Typ ze hier binnen een dag. Pas dan gaat er iets anders heen.
desk-pings-number-send = Dit is het getal
desk-pings-number-wrong = Dit getal past niet. Kijk nog eens in het proefbericht.
desk-pings-sent = Er gaat een proefbericht heen.
desk-pings-confirmed = Het getal klopt. Voortaan hoor je het ook zo.
desk-pings-forgotten = Het getal was te vaak anders. Het adres is vergeten. Typ het adres opnieuw.
desk-pings-gone = Dit is er niet meer. Er is niets veranderd.
desk-pings-removed = Weg. Het adres is vergeten.
desk-pings-remove = Haal weg: { $hint }
desk-pings-form = Dit is geen adres dat we kennen. Er is niets verstuurd.
desk-pings-many = Je hebt al vier manieren. Haal er eerst één weg.
desk-pings-double = Dit adres staat er al.
desk-pings-slow = Wacht even voor je het opnieuw probeert. Er is niets verstuurd.

# Voor vertrouwenspersonen, langs e-mail of een andere dienst. Neutraal: zonder naam of adres.
ping-waiting =
    Er staat iets voor je klaar op de werkplek van Open Oor.

    { $address }

    Een programma stuurt dit. Antwoorden kan niet.
    .subject = Er staat iets klaar op de werkplek van Open Oor
ping-waiting-neutral =
    Er staat iets voor je klaar. Kijk op de plek die je kent.

    Een programma stuurt dit. Antwoorden kan niet.
    .subject = Er staat iets voor je klaar
ping-test =
    Dit is een proef van Open Oor. Typ dit getal op de werkplek:

    { $number }

    Heb je dit niet gevraagd? Dan hoef je niets te doen. Zonder dit getal komt hier niets anders.
    .subject = Proef van Open Oor
ping-test-neutral =
    Dit is een proef. Typ dit getal op de plek die je kent:

    { $number }

    Heb je dit niet gevraagd? Dan hoef je niets te doen. Zonder dit getal komt hier niets anders.
    .subject = Een proef
