# Regels van de tekst aan de vertrouwenspersoon, gezegd door wie hulp vraagt. Elke regel kan weg.

draft-outside = Misschien past mijn vraag niet bij het protocol. Ik wil toch graag contact.

draft-for-whom-self = Het gaat over mij.
draft-for-whom-witness = Ik zie dat er iets gebeurt met iemand anders.
draft-for-whom-unsure = Ik weet niet goed over wie het gaat.
draft-for-whom-manager = Ik ben leidinggevende en ik heb een vraag.
draft-for-whom-new = Ik ben nieuw hier.

draft-kind-sexual = Het gaat over seksuele intimidatie.
draft-kind-bullying = Het gaat over pesten.
draft-kind-discrimination = Het gaat over discriminatie.
draft-kind-aggression = Het gaat over agressie.
draft-kind-violence = Het gaat over geweld.
draft-kind-several = Het gaat over meer dan één soort gedrag.
draft-kind-other = Het gaat over iets anders dat ik niet wil op mijn werk.
draft-kind-unknown = Ik weet niet wat voor soort gedrag het is.
draft-kind-rather-not = Ik zeg nu liever niet waar het over gaat.

draft-ground-origin = Het heeft te maken met mijn afkomst of huidskleur.
draft-ground-religion = Het heeft te maken met mijn geloof of overtuiging.
draft-ground-sex = Het heeft te maken met mijn geslacht of gender, of met zwangerschap.
draft-ground-orientation = Het heeft te maken met op wie ik val.
draft-ground-disability = Het heeft te maken met een beperking of ziekte.
draft-ground-age = Het heeft te maken met mijn leeftijd.
draft-ground-other-ground = Het heeft te maken met iets anders van wie ik ben.

draft-topic-labour-conflict = Het gaat over een conflict op het werk.
draft-topic-reorganisation = Het gaat over een reorganisatie.
draft-topic-social-work = Het gaat over stress of zorgen.
draft-topic-health = Het gaat over mijn gezondheid.
draft-topic-hr-practical = Het gaat over een praktische vraag, zoals loon, verlof of contract.
draft-topic-policy = Het gaat over regels of beleid.
draft-topic-integrity = Het gaat over iets dat niet eerlijk of niet veilig lijkt.
draft-topic-data-privacy = Het gaat over mijn persoonlijke gegevens.
draft-topic-other-topic = Het gaat over iets anders.

draft-about-colleague = De ander is een collega.
draft-about-manager = De ander is een leidinggevende.
draft-about-board = De ander zit in { $board }.
draft-about-hr = De ander werkt bij { $hr }.
draft-about-counsellor = De ander is een vertrouwenspersoon.
draft-about-customer = De ander is een klant, cliënt, patiënt of leverancier.
draft-about-outsider = De ander werkt hier niet.

draft-need-story = Ik wil mijn verhaal kwijt.
draft-need-possible = Ik wil weten wat er kan.
draft-need-someone = Ik zoek iemand die met mij meedenkt.
draft-need-help-now = Ik heb snel hulp nodig.
draft-need-unsure = Ik weet nog niet wat ik nodig heb.
