# De bibliotheek: procedures en plekken, voor de werkplek van vertrouwenspersonen en voor P&O.

library-manager-above = Praten met een andere of hogere leidinggevende

library-title = Bibliotheek
library-link = Bibliotheek
library-text = Hier staan procedures en plekken, in dezelfde woorden als in de chat. Druk op een titel om de tekst te lezen. Wat je hier kiest, bewaart niemand.
library-kind = Waar gaat het over?
library-side = Waar is het?
library-every = Alles
library-kinds = Ongewenst gedrag
library-topics = Een andere vraag
library-side-inside = Binnen de organisatie
library-side-outside = Buiten de organisatie
library-side-own = Zonder iemand anders
library-show = Toon
library-open = Alle teksten open, ook om te printen
library-none = Hier staat niets bij. Kies 'Alles' om meer te zien.
library-owner = Wie dit bijhoudt: { $owner }
library-owner-counsellors = de vertrouwenspersonen
library-on = nagekeken op { $day }
library-never = nog niet nagekeken
library-old = Vraag na of dit nog klopt
library-source = bron: { $source }

library-take = Iets uit de bibliotheek erbij zetten
library-take-hint = De tekst komt onder wat je al schreef. Er gaat nog niets weg. Haal weg wat niet past.
library-take-which = Welke tekst?
library-take-now = Zet erbij

# Voor P&O
library-hr-title = Procedures
library-hr-text = Deze teksten lezen medewerkers en vertrouwenspersonen. Kijk elk jaar of ze nog kloppen. Klopt er iets niet? Zeg het tegen wie de tekst bijhoudt.
library-map-text = Kloppen deze namen en manieren om te bereiken nog? Kijk elk jaar, en druk dan op de knop.
library-read = Lees de tekst
