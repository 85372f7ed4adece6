"""Words that help to see a name in a text, and words with a capital that are none (for `marks`)."""

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES: Final = _words(
    """
    meneer mevrouw mijnheer heer dhr mw mevr juf juffrouw meester dokter dr drs ir prof professor
    mister mr mrs ms miss madam sir doctor lady
    """
)
"""What stands before a surname, in small letters and without a full stop."""

PARTICLES: Final = _words("van de der den het ten ter te in 't von du da di el al la le bin ben op")
"""Small words inside a surname ("van den Berg")."""

FIRST_NAMES: Final = _words(
    """
    aad aart abdel abdul adriaan ahmed aisha albert alex alexander ali alice amber amina amy andrea andrew
    angela anita anja anke ann anna anne annemarie annemiek annet anouk anthony anton arie arjan arjen
    arnold
    astrid aukje aysel barbara bart bas bastiaan ben benjamin bert betty bianca bob boris bram brenda
    brian bryan
    carla carlo carolien carolina caroline catharina charles charlotte chris christiaan christina
    christine
    christopher cindy claire claudia coen cor corina corrie danielle daniel david debbie dennis
    diana diane
    dick diederik dirk donald dorien edward edwin eline elisabeth elise elizabeth ellen elly els emily
    emma emre
    eric erik erwin esmee esra esther eva evelien fatima fatma femke ferdinand floor floris francis
    frank frans
    fred frederik freek frits gary geert george gerard gerda gerrit gert gijs gerben greet hamid hanna
    hannah
    hannie hans harm harry hassan heidi helen helena hendrik henk henny herman hilde hugo ibrahim ilse
    imane
    ineke inge ingrid irene iris isabel ivo jaap jack jacob jacqueline jacques jakob james jan janet
    jane janneke
    jasmijn jason jasper jean jeanette jeffrey jelle jennifer jeroen jessica jim jimmy joan jochem
    johan
    johanna johannes john jolanda joop joost joris jos jose joseph joyce juan judith julia julie jurgen
    karel
    karen karin karim kathleen kees kelly ken kevin khadija kim klaas koen larissa lars laura lauren leo
    leon
    lesley lianne lieke lies liesbeth linda lisa lisanne loes lotte louis louise luc lucas lucy luuk
    maaike
    maarten maartje malika manon marc marcel margaret margriet maria marian marianne marie marieke
    marijke marit
    marjan marjolein mark marleen marlies marloes martijn martin martine mary maryam matthew matthias
     melissa
    merel merijn michael michel michelle michiel mieke mike milan miranda miriam mirjam mohamed mohammed
    monica
    monique mustafa myrthe nadia nancy natasja nathalie neil niek niels nicole nico nicky nienke nina
    noah noor
    olga oliver omar oscar pascal patricia patrick paul paula pauline peter petra philip piet pieter pim
    priya
    quinten rachel rachid ralph ramon raymond rebecca reinier remco rene renate richard rik rianne rita
    rob robbert
    robert robin roel roeland roelof roger roland ron ronald rosa rosalie ruben rudolf ruth ryan
    samantha samir
    sander sandra sara sarah saskia scott sebastiaan sharon simone simon sjaak sjoerd sofie sophie
    stefan stephanie
    stephen steven stijn susan susanne suzan suzanne sven sylvia tamara tanja teun thea theo thijs
    thomas tijmen
    tim timothy tineke tom toon trudy ursula veronique victor victoria vincent wendy wessel willem
    william wilma
    wim wouter yasmin yasmina youssef yusuf yvonne zeynep
    """
)
"""Common first names in small letters; enough for a hint, far from complete."""

ALSO_WORDS: Final = _words(
    """
    bas bert bob coen floor ben cor els freek frank hans harm iris jack jan jos joost ken kim
    leo lies
    luc marc mark merel mike noor pim rik rob robin ron rosa ruth scott sharon teun tim tom toon
    vincent will
    amber dick jean jim mary ralph roel sander ali ann bram gijs luuk niek alice lucy jane
    """
)
"""First names that are too short or too ordinary to be seen as a name when written small."""

ORDINARY: Final = _words(
    """
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
    monday tuesday wednesday thursday friday saturday sunday
    januari februari maart april mei juni juli augustus september oktober november december
    january february march may june july august october
    kerst kerstmis pasen pinksteren hemelvaart koningsdag sinterklaas ramadan suikerfeest offerfeest
    oudjaar
    nieuwjaar carnaval christmas easter eid diwali
    nederland nederlander nederlanders nederlands nederlandse holland hollands hollandse belgië belg
    belgisch
    belgische vlaams vlaamse vlaanderen duitsland duits duitse duitser engels engelse engeland frans
    franse
    frankrijk spaans spaanse spanje italië italiaans italiaanse pools poolse pool polen turks turkse
    turk turkije
    marokko marokkaan marokkaans marokkaanse marokkanen suriname surinaams surinaamse antilliaans
    antilliaanse
    aruba curaçao arabisch arabische afrika afrikaans afrikaanse aziatisch aziatische chinees chinese
    china
    indonesisch indonesische indisch indische india roemeens roemeense bulgaars bulgaarse oekraïens
    oekraïense
    oekraïne russisch russische syrisch syrische syrië europa europees europese amerika amerikaans
    amerikaanse
    dutch english german french spanish italian polish turkish moroccan surinamese arab arabic african
    asian
    indian chinese romanian bulgarian ukrainian russian syrian european american british netherlands
    belgium
    germany england france spain italy poland turkey morocco europe america
    amsterdam rotterdam utrecht eindhoven groningen tilburg almere breda nijmegen apeldoorn arnhem haarlem
    enschede amersfoort zaanstad zwolle leiden dordrecht zoetermeer maastricht delft alkmaar leeuwarden
    venlo
    deventer hilversum heerlen assen middelburg gouda schiedam lelystad brabant limburg zeeland
    friesland drenthe
    overijssel gelderland flevoland randstad brussel antwerpen gent londen berlijn parijs london
    brussels berlin
    paris haag hague bosch den
    god allah jezus islam bijbel koran christen christelijk moslim joods joodse hindoe katholiek
    christian muslim
    jewish hindu catholic bible quran
    whatsapp telegram teams outlook excel word facebook instagram google zoom microsoft signal linkedin
    tiktok
    snapchat youtube slack sharepoint powerpoint iphone android messenger gmail corona covid
    directie directeur raad ondernemingsraad personeelszaken hr bedrijfsarts vakbond arbo arbowet
    arbodienst
    arbeidsinspectie leidinggevende vertrouwenspersoon or ict it bhv cao uwv fnv cnv vog ggd ggz bsn avg
    slachtofferhulp veilig thuis centrum seksueel geweld juridisch loket luisterlijn korrelatie mind
    politie
    open oor
    ik u i i'm i'll i've i'd ok oké ja nee hoi hallo hi hello dag beste dear lieve groet groeten mvg ps
    """
)
"""Words in small letters that are written with a capital inside a sentence and name nobody."""
