utter_ask_for_whom =
    Over wie gaat het?
    .self = Over mij
    .witness = Over iemand anders
    .unsure = Weet ik niet
    .accused = Er is een klacht over mij
    .manager = Ik ben leidinggevende
    .new = Ik ben nieuw hier

utter_ask_guess_sure =
    Wat je vertelt kan passen bij { $guess ->
            [sexual] seksuele intimidatie
            [bullying] pesten
            [discrimination] discriminatie
            [aggression] agressie of dreigen
            [violence] lichamelijk geweld
            [labour_conflict] een conflict over werk
            [reorganisation] een reorganisatie
            [social_work] stress of zorgen
            [hr_practical] contract, loon of verlof
            [policy] beleid of regels
            [integrity] fraude of een misstand
            [accused] een klacht over jou
           *[smalltalk] iets anders
        }.
    Klopt dat voor jou?
    .yes = Ja, dat klopt
    .first = { utter_ask_guess_sure.yes }
    .second = Eerder { $guess2 ->
            [sexual] seksuele intimidatie
            [bullying] pesten
            [discrimination] discriminatie
            [aggression] agressie of dreigen
            [violence] lichamelijk geweld
            [labour_conflict] een conflict over werk
            [reorganisation] een reorganisatie
            [social_work] stress of zorgen
            [hr_practical] contract, loon of verlof
            [policy] beleid of regels
            [integrity] fraude of een misstand
            [accused] een klacht over jou
           *[smalltalk] iets anders
        }
    .third = Eerder { $guess3 ->
            [sexual] seksuele intimidatie
            [bullying] pesten
            [discrimination] discriminatie
            [aggression] agressie of dreigen
            [violence] lichamelijk geweld
            [labour_conflict] een conflict over werk
            [reorganisation] een reorganisatie
            [social_work] stress of zorgen
            [hr_practical] contract, loon of verlof
            [policy] beleid of regels
            [integrity] fraude of een misstand
            [accused] een klacht over jou
           *[smalltalk] iets anders
        }
    .other = Nee, iets anders

utter_ask_guess_three =
    Ik weet niet zeker wat past. Wat past voor jou het best?
    .yes = { utter_ask_guess_three.first }
    .first = { $guess ->
            [sexual] seksuele intimidatie
            [bullying] pesten
            [discrimination] discriminatie
            [aggression] agressie of dreigen
            [violence] lichamelijk geweld
            [labour_conflict] een conflict over werk
            [reorganisation] een reorganisatie
            [social_work] stress of zorgen
            [hr_practical] contract, loon of verlof
            [policy] beleid of regels
            [integrity] fraude of een misstand
            [accused] een klacht over jou
           *[smalltalk] iets anders
        }
    .second = { $guess2 ->
            [sexual] seksuele intimidatie
            [bullying] pesten
            [discrimination] discriminatie
            [aggression] agressie of dreigen
            [violence] lichamelijk geweld
            [labour_conflict] een conflict over werk
            [reorganisation] een reorganisatie
            [social_work] stress of zorgen
            [hr_practical] contract, loon of verlof
            [policy] beleid of regels
            [integrity] fraude of een misstand
            [accused] een klacht over jou
           *[smalltalk] iets anders
        }
    .third = { $guess3 ->
            [sexual] seksuele intimidatie
            [bullying] pesten
            [discrimination] discriminatie
            [aggression] agressie of dreigen
            [violence] lichamelijk geweld
            [labour_conflict] een conflict over werk
            [reorganisation] een reorganisatie
            [social_work] stress of zorgen
            [hr_practical] contract, loon of verlof
            [policy] beleid of regels
            [integrity] fraude of een misstand
            [accused] een klacht over jou
           *[smalltalk] iets anders
        }
    .other = Iets anders

utter_guess_other = Goed. Je woorden blijven staan. Kies wat voor jou het best past.
