# Berichten die het programma zelf stuurt. Er staat nooit in waarover of van wie.

# Voor wie hulp vroeg en een bericht wil als er nieuws is.
notice-news = Er is nieuws in Open Oor.
    .read = Laat zien

# Voor vertrouwenspersonen op Telegram. Lezen en schrijven gebeurt op de werkplek.
notice-waiting = Er staat iets voor je klaar op de werkplek van Open Oor.
    .accept = Aannemen
    .decline = Ik kan niet
notice-secrecy = Je aanstelling als vertrouwenspersoon is voorbij. De werkplek opent niet meer. Je geheimhouding blijft. Gooi eigen aantekeningen weg.
notice-accepted = Aangenomen. Lezen en schrijven doe je op de werkplek.
notice-declined = Dat is doorgegeven. Degene die schreef, kiest zelf verder.
notice-gone = Dit is niet meer nodig. Kijk op de werkplek.
notice-linked = Je krijgt hier voortaan een bericht als er iets wacht. Er staat nooit inhoud in.
notice-unlinked = Je krijgt hier geen berichten meer.
notice-link-failed = Deze link werkt niet meer. Maak op de werkplek een nieuwe.
notice-staff-only = Dit is jouw chat als vertrouwenspersoon. Schrijf hier niets over mensen. Lezen en schrijven doe je op de werkplek.

# Voor wie dat zelf wilde. Er staat niet waarover het gaat.
notice-checkin = Ik zou vragen hoe het gaat. Reageer alleen als je wilt.
    .good = Het gaat goed
    .changed = Ik word nu anders behandeld
    .talk = Ik wil iemand spreken
    .stop = Vraag dit niet meer

notice-new =
    Er is een nieuwe vertrouwenspersoon: { $name } ({ $gender }, { $side }).
    Je vroeg of ik dat wilde laten weten. Dit bericht zegt verder niets over jou.
    .who = Wie zijn de vertrouwenspersonen
    .stop = Dit niet meer horen
