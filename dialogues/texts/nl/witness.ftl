# C11
utter_witness =
    Goed dat je aan de ander denkt.
    Vertel alleen wat je zelf zag, hoorde of merkte. Noem liever geen namen.
    De ander beslist zelf over het eigen verhaal.
    Wat je zag, kan jou ook raken. Ook dan ben je hier welkom.
