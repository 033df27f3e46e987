"""What the coach knows of Welsh."""

from __future__ import annotations

from ..mutation import any_form, forms
from .shape import Words, any_of, either_way

PLAIN = {
    "amlddisgyblaethol": "o sawl proffesiwn",
    "ar yr adeg hon": "nawr",
    "arddangos": "dangos",
    "arfaethedig": "sydd ar y gweill",
    "blaengynllun": "cynllun",
    "caffael": "prynu, cael",
    "canfyddiad": "barn, teimlad",
    "carfan": "grŵp",
    "cydymffurfio â": "dilyn",
    "cyflenwi": "rhoi",
    "cyfranogi": "cymryd rhan",
    "cyfranogiad": "cymryd rhan",
    "cynaliadwy": "a all barhau",
    "cynorthwyo": "helpu",
    "cymhwysedd": "gallu, sgiliau",
    "cymwyseddau": "sgiliau",
    "cymorth domisiliaidd": "cymorth yn y cartref",
    "darpariaeth": "yr hyn sy’n cael ei gynnig",
    "deilliannau": "canlyniadau, beth newidiodd",
    "dichonadwy": "posibl",
    "dichonoldeb": "a yw’n bosibl",
    "digonol": "digon",
    "dwyochredd": "rhoi a chael yn ôl",
    "dynodi": "dangos",
    "effeithiolrwydd": "pa mor dda mae’n gweithio",
    "goblygiadau": "effaith",
    "gorfodol": "mae’n rhaid",
    "grymuso": "rhoi grym i",
    "gweithredu’r": "rhoi ar waith",
    "holistaidd": "sy’n edrych ar y person cyfan",
    "hwyluso": "helpu, gwneud yn haws",
    "integredig": "ar y cyd",
    "maes o law": "wedyn",
    "manteisio i’r eithaf ar": "gwneud y gorau o",
    "megis": "fel",
    "methodoleg": "ffordd o weithio",
    "mewn perthynas â": "am",
    "mewn perthynas â’r": "am y",
    "mynychu": "mynd i, dod i",
    "mynychodd": "aeth i, daeth i",
    "oddeutu": "tua",
    "o bryd i’w gilydd": "weithiau",
    "o ganlyniad i": "oherwydd",
    "optimeiddio": "gwella",
    "paramedrau": "terfynau",
    "parthed": "am",
    "pennu": "penderfynu",
    "preswylio": "byw",
    "rhagweithiol": "cyn i neb ofyn",
    "rhanddeiliad": "rhywun sydd â rhan yn y gwaith",
    "rhanddeiliaid": "pobl sydd â rhan yn y gwaith",
    "serch hynny": "ond",
    "trosglwyddo": "anfon, rhoi",
    "tryloywder": "bod yn agored",
    "tryloyw": "agored",
    "yn ogystal â": "a hefyd",
    "yn unol â": "gan ddilyn",
    "yn ystod cyfnod": "yn ystod",
    "ymgymryd â": "gwneud",
    "ymyriad": "help, triniaeth",
    "ymyriadau": "help, triniaeth",
    "ymdrechu": "ceisio",
}
"""The plainer word for each hard one, before the first sound of either changes."""

HARD = {form: plain for word, plain in PLAIN.items() for form in forms(word.replace("’", "'"))}

VERBS = (
    "oedd\\w*|yw|ydy\\w*|ydw|ydi|oes|bu|fu|fuoch|fydd\\w*|byddai|ddaw|daeth|ddaeth|aeth|na\\w*|"
    "wna\\w*|gwnaeth\\w*|gaiff|gaf\\w*|gaw\\w*|cafodd|all\\w*|gall\\w*|ddyl\\w*|hoff\\w*|sydd|"
    "rodd\\w*|roes\\w*|welo\\w*|welaist|\\w{2,}(?:odd|wyd|soch|ais|aist|iwyd|iodd|och)|\\w{3,}ir"
)
"""Verbs that may stand behind the *a* that joins a clause, which is no "and"."""

TOPICS = {
    "age": any_of(
        "faint yw eich oed(?:ran)?",
        "pa mor hen ydych",
        "eich (?:union )?oed(?:ran)?",
        "grŵp oedran",
    ),
    "sex": any_of(
        "menyw neu'n ddyn", "(?:fenyw|benyw) neu'n (?:wryw|ddyn)", "eich rhyw", "eich rhywedd"
    ),
    "gender": any_of(
        "hunaniaeth o ran rhywedd", "hunaniaeth rhywedd", "trawsryweddol", "anneuaidd"
    ),
    "orientation": any_of(
        any_form("cyfeiriadedd rhywiol", "rhywioldeb", "hoyw", "lesbiaidd", "deurywiol")
    ),
    "identity": any_of("hunaniaeth genedlaethol", "eich cenedligrwydd"),
    "ethnic": any_of(
        any_form("grŵp ethnig", "cefndir ethnig", "ethnigrwydd", "tarddiad ethnig"), "eich hil"
    ),
    "religion": any_of("eich crefydd", "crefydd neu gred", "eich ffydd"),
    "disability": any_of(
        any_form("anabledd(?:au)?"),
        "ydych chi'n anabl",
        any_form("cyflwr iechyd", "cyflyrau iechyd", "cyflwr hirdymor", "salwch hirdymor"),
    ),
    "care": any_of(any_form("gofalwr di-dâl"), "ydych chi'n ofalwr", "ydych chi'n gofalu am"),
    "welsh": any_of(
        "ydych chi'n (?:siarad|darllen|deall|ysgrifennu) cymraeg",
        "allwch chi (?:siarad|darllen|deall|ysgrifennu) cymraeg",
        "allwch chi ei wneud yn gymraeg",
        "eich (?:gallu|sgiliau) (?:yn y gymraeg|cymraeg)",
    ),
    "language": any_of(
        "pa iaith (?:fyddai|y byddai|y mae'n|mae'n|sydd) (?:yn )?well", "dewis iaith"
    ),
    "health": any_of(
        any_form("iechyd meddwl", "diagnosis"),
        "eich iechyd(?! a gofal)",
        "yn feichiog",
        "eich meddyginiaeth",
        "hunanladdiad",
        "hunan-niwed",
    ),
    "money": any_of(
        "eich incwm",
        "incwm (?:y |eich )?(?:aelwyd|cartref)",
        "eich enillion",
        "mewn dyled",
        "pa fudd-daliadau",
    ),
    "harm": any_of(
        any_form("cam-drin", "cam-driniaeth", "trais domestig", "cofnod troseddol"),
        "eich euogfarnu",
    ),
    "status": any_of(any_form("statws mewnfudo", "lloches", "undeb llafur", "plaid wleidyddol")),
    "name": any_of("(?:beth yw )?eich enw(?: llawn| cyntaf)?", "eich cyfenw"),
    "address": any_of(
        "eich cyfeiriad(?! e-bost| rhywiol)", "ble yn union (?:ydych chi|rydych chi)'n byw"
    ),
    "postcode": any_of("eich cod post(?: llawn)?"),
    "birth": any_of(
        any_form("dyddiad geni"), "pryd (?:gawsoch|cawsoch) (?:chi )?eich geni", "eich pen-blwydd"
    ),
    "job": any_of("teitl (?:eich )?swydd", "beth yw eich (?:union )?(?:swydd|rôl)"),
    "number": any_of("rhif (?:y )?gig", "rhif yswiriant gwladol", "rhif staff", "rhif ysbyty"),
    "contact": any_of("eich (?:cyfeiriad )?e-bost", "eich rhif ffôn(?: symudol)?"),
}

WELSH = Words(
    hard=HARD,
    leading=any_of(
        "(?:ydych chi'n|ydych chi ddim yn|fyddech chi'n|a ydych yn) cytuno (?:bod|mai|â|gyda|fod|nad)",
        "onid",
        "oni",
        "siawns",
        "wrth gwrs",
        "yn amlwg",
        "mae'n siŵr",
        "fel y gwyddoch",
        "mae pawb yn gwybod",
        "mae(?:'r)? (?:mwyafrif|rhan fwyaf)(?: o bobl)? yn (?:meddwl|dweud|cytuno|teimlo)",
        "faint (?:wnaethoch|ydych|oeddech|rydych) (?:chi'n |chi )?(?:fwynhau|mwynhau|hoffi)",
        "faint wnaethoch chi ei fwynhau",
        "pa mor (?:dda|wych|ardderchog|fendigedig|rhagorol|anhygoel)",
        "faint (?:yn )?(?:well|gwell|waeth)",
        "faint (?:mae|y mae)(?:'r)? [\\w' ]{1,40}? wedi (?:gwella|elwa)",
        any_form("gwych", "ardderchog", "bendigedig", "rhagorol", "anhygoel", "ofnadwy", "erchyll"),
        "pa mor wael",
    ),
    denying=frozenset(
        [
            "nid",
            "nad",
            "ni",
            "heb",
            "peidio",
            "beidio",
            "pheidio",
            "peidiwch",
            "does",
            "doedd",
            "doeddech",
            "doeddwn",
            "doedden",
            "dyw",
            "dydy",
            "dydi",
            "dydych",
            "dydyn",
            "dydw",
        ]
    ),
    closing=frozenset(["ddim", "dim", "neb", "byth", "unman", "unlle", "na", "nac"]),
    contrary=frozenset(
        form
        for word in (
            "anfodlon",
            "anhapus",
            "annhebygol",
            "anghytuno",
            "aneglur",
            "annheg",
            "amhosibl",
            "anniogel",
            "anghyffredin",
            "diangen",
            "methu",
            "gwrthod",
            "osgoi",
            "rhwystro",
        )
        for form in forms(word)
    ),
    harmless=any_of(
        "dim ond",
        "ddim ond",
        "nid yn unig",
        "neu beidio",
        "ai peidio",
        "heb fod yn fwy na",
        "(?:\\w+[nm]|i|gyda|â|neu) ni",  # we and us: the *ni* that denies begins its clause
        "ein [\\w' ]{1,30}? ni",
        "(?:mwy|fwy|llai|lai|g?well|g?waeth|haws|[cg]ynt|\\w+ach)(?: \\w+){0,2} na",  # than
    ),
    agreeing=any_of("cytuno", "anghytuno", "gytuno", "yn cytuno'n gryf"),
    zero=any_of("o gwbl", "byth", "^dim", "^ddim"),
    good=any_of(
        any_form(
            "da",
            "gwych",
            "ardderchog",
            "rhagorol",
            "bodlon",
            "cytuno",
            "tebygol",
            "hawdd",
            "gwell",
            "gorau",
            "hapus",
            "cryfach",
            "mwy",
            "cadarnhaol",
            "defnyddiol",
            "clir",
            "diogel",
            "hyderus",
        )
    ),
    bad=any_of(
        any_form(
            "gwael",
            "drwg",
            "ofnadwy",
            "anfodlon",
            "anghytuno",
            "annhebygol",
            "anodd",
            "gwaeth",
            "gwaethaf",
            "anhapus",
            "gwannach",
            "llai",
            "negyddol",
            "di-fudd",
            "aneglur",
            "anniogel",
        )
    ),
    joining=any_of(
        "(?<=\\w )ac(?! (?:yn|eto|ati|felly|eithrio)\\b)",
        f"(?<=\\w )a'(?:r|ch|i|u|n|m)(?! (?:{VERBS})(?!\\w))",
        "(?<=\\w )a (?=(?:ph|th|ch)\\w)(?!chi\\b)",
        f"(?<=\\w )a(?= \\w)(?! (?:{VERBS})(?!\\w)| (?:phan|throsodd|hŷn|hynny))",
        "yn ogystal â",
    ),
    either=any_of("neu(?:'n|'r|'ch)?"),
    asking=any_of(
        "(?:a|ac|neu) (?:beth|sut|pam|pham|pryd|phryd|ble|pwy|phwy|pa|pha|faint|sawl|oedd hi|oeddech chi)"
    ),
    one_thing=any_of(
        either_way(
            "iechyd+gofal",
            "iechyd+gofal cymdeithasol",
            "cymraeg+saesneg",
            "gymraeg+saesneg",
            "gymraeg+(?:r|n)? ?saesneg",
            "teulu+ffrindiau",
            "theulu+ffrindiau",
            "ffrindiau+theulu",
            "dynion+menywod",
            "menywod+dynion",
            "manteision+anfanteision",
            "telerau+amodau",
            "rhoi+chael",
            "cyngor+chymorth",
            "cymorth+chefnogaeth",
            "help+chefnogaeth",
            "gofal+chymorth",
            "ofal+chymorth",
            "sgiliau+gwybodaeth",
            "gwybodaeth+sgiliau",
            "amser+ymdrech",
            "cydraddoldeb+amrywiaeth",
            "dydd+nos",
            "de+gogledd",
            "gogledd+de",
            "damweiniau+achosion brys",
            "meddyliau+theimladau",
            "gobeithion+phryderon",
        ).replace("JOINED", "(?:a|ac|neu|neu'r|a'r)"),
        "rhwng [\\w' ]+? (?:a|ac)",
        "\\d+ (?:a|neu|i) (?:hŷn|throsodd|iau|fwy|lai|\\d+)",
        "(?:a|neu) (?:hŷn|throsodd|iau|fwy|lai|beidio|fwy|rywun)",
        "mwy neu lai",
        "un neu (?:fwy|ragor)",
        "pa mor \\w+ (?:neu|neu pa mor) \\w+",
    ),
    topics=TOPICS,
)
