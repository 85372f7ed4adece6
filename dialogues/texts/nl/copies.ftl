# Niets meer van jezelf bewaard (C43)
desk-copies-title = Eigen aantekeningen
desk-copies-text = Open Oor ruimt alleen zelf op. Wat je zelf opschreef, printte of bewaarde, kan het niet zien. Gooi het weg als een contact voorbij is, of naar een ander gaat. Verklaar hier wanneer er niets meer is.
desk-copies-kept = Bewaard blijft alleen dat je dit verklaarde, en op welke dag. Niet bij welk contact, en niets over wie je sprak. Andere vertrouwenspersonen en de privacyfunctionaris kunnen dat lezen.
desk-copies-question = Heb je zelf nog aantekeningen, downloads of kopieën?
desk-copies-gone = Nee, er is niets meer
desk-copies-week = Ja, die zijn binnen een week weg
desk-copies-month = Ja, die zijn binnen dertig dagen weg
desk-copies-unsaid = Nu niet zeggen
desk-copies-send = Dit verklaar ik
desk-copies-declared = Genoteerd, met de dag van vandaag.
desk-copies-leaving = Je aanstelling stopt na { $day }. Je geheimhouding blijft, ook daarna. Gooi je eigen aantekeningen weg, en verklaar dat voor die dag.
desk-copies-left = Heb je zelf nog iets bewaard? Gooi het weg.
