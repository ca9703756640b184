"""What a column holds, by its title as people write it and by what stands in its cells.

Offices name their columns in English and Indonesian, shortened, with signs, two names in one
('No. HP / WA'); programs name them in ways of their own. A title is taken apart into words, and
the rules are asked in order: what tells most comes first, what is no field of ours before all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from salesdesk.domain.importing import Field
from salesdesk.services.importing import dates, words
from salesdesk.services.importing.cells import cleaned
from salesdesk.services.phone_reading import digits_of

#: Half of the cells that hold anything have to be what the title says.
_MOST_OF = 0.5
#: What the title says plainly is believed where a few of them are.
_SOME_OF = 0.2
_PHONE_DIGITS = 7

_SIGNS = re.compile(r"[\W_]+")
#: What stands before the name of a field in the exports of programs.
_PREFIX = re.compile(r"^(?:person|contact|lead|people|kontak)\s+-\s+", re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Rule:
    """A field, and the titles that say it.

    Attributes:
        words: one of these (single words or groups of them) stands in the title.
        besides: none of these does.
        whole: only as the whole title.
    """

    field: Field | None
    words: tuple[str, ...]
    besides: tuple[str, ...] = ()
    whole: bool = False

    def fits(self, title: str) -> bool:
        """Whether a plain title says this field."""
        padded = f" {title} "
        if self.whole:
            return title in self.words
        return any(f" {one} " in padded for one in self.words) and not any(
            f" {one} " in padded for one in self.besides
        )


_DAY = ("date", "tanggal", "tgl", "tglnya")
_PHONES = (
    "phone", "phones", "mobile", "hp", "hape", "handphone", "telepon", "telpon", "telephone",
    "telp", "tlp", "tlpn", "tel", "wa", "whatsapp", "whats app", "ponsel", "cell", "cellphone",
    "phonenumber", "nohp", "nowa", "notelp", "notlp", "nohandphone", "notelepon", "nomorhp",
    "nomorwa", "msisdn", "fax", "faks", "facsimile", "no kontak", "nomor kontak",
    "contact number", "contact no", "kontak no", "number", "gsm",
)  # fmt: skip
_FOLLOW = (
    "follow up", "followup", "fu", "f u", "tindak lanjut", "next step", "next activity",
    "next contact",
    "next call", "reminder", "next", "rencana", "berikutnya", "selanjutnya", "deadline",
    "jadwal", "janji",
)  # fmt: skip

#: What stands before a first name, whichever column it has.
PREFIXES = ("name prefix", "sapaan", "prefix", "salutation", "panggilan hormat")

#: What names somebody who has no other name, the best first: a name of theirs, then of the affair.
STAND_INS = (
    "file as", "e mail display name", "display name", "nickname", "nick name", "nama panggilan",
    "panggilan", "public name", "public display name", "push name", "nama akun", "account name ig",
    "username", "user name", "nama pengguna", "opportunity", "opportunity name", "deal title",
    "deal name", "lead title",
)  # fmt: skip
#: Titles that say of which kind a number is, and not that it is one.
_KINDS_OF_NUMBERS = frozenset({
    "home", "work", "main", "other", "mobile", "iphone", "business", "office", "personal", "rumah",
    "kantor", "lainnya", "pribadi", "utama", "kerja", "telegram", "primary", "cellular", "seluler",
})  # fmt: skip
#: To whom something is sent: somebody else than who buys, where both are told.
_RECIPIENTS = frozenset({"penerima", "recipient", "receiver", "consignee"})

_RULES: tuple[Rule, ...] = (
    # --- what is no field of ours -----------------------------------------------------------------
    Rule(None, (
        "no", "nr", "number", "nomor", "id", "nomor urut", "no urut", "record id", "urutan",
        "row", "baris",
    ), whole=True),
    Rule(None, (
        "email", "e mail", "mail", "surel", "url", "link", "photo", "foto", "gambar", "birthday",
        "birth", "lahir", "ulang tahun", "ultah", "gender", "kelamin", "sex", "agama", "nik",
        "ktp", "npwp", "umur", "usia", "age", "harga", "price", "total", "amount", "budget",
        "qty", "jumlah", "diskon", "discount", "nilai", "revenue", "omzet", "deals", "phonetic",
        "yomi", "nickname", "maiden", "short name", "panggilan", "file as", "initials",
        "department", "departemen", "departement", "jabatan", "job", "position", "posisi",
        "profession", "occupation", "hobby", "mileage", "spouse", "children", "password",
        "username", "user name", "nama pengguna", "language", "bahasa", "currency", "ad id",
        "ad name", "adset id", "adset name", "campaign id", "form id", "form name", "external id",
        "organization title", "organization type", "organization symbol", "organization job",
        "organization 1 title", "organization 1 type", "organization 1 symbol",
        "organization 1 job", "organization 1 department", "organization 1 location",
        "phone label", "number label", "days left", "hari tersisa", "orders", "pesanan",
        "last order", "registered by", "didaftarkan oleh", "cara terbaik", "bebas sejak",
        "pemegang terakhir", "contacts", "is organic", "inbox url", "priority",
        "sensitivity", "subject", "hearing", "directory server", "billing", "account id",
        "assistant", "manager", "referred", "web page", "government", "keywords", "categories",
        "facebook", "instagram", "twitter", "linkedin", "tiktok", "ig", "website", "web site",
        "product", "produk", "barang", "paket", "kamar", "room", "free since", "last owner",
        "came back", "best method", "pemegang terakhir", "cara terbaik", "didaftarkan", "pager",
        "telex", "isdn", "radio phone", "callback", "tags",
        "tag", "tty", "ttyphone", "po box", "organizational id", "id number", "marketing contact",
        "is business", "is a company", "is my contact", "rekening", "no rek", "no kk",
        "kode pelanggan", "kode customer", "customer id",
        "customer code", "won", "lost", "open",
    ), besides=("source", "sumber", "notes", "catatan", "note", "hp", "wa", "outlook")),
    Rule(None, ("title", "gelar", "suffix", "type", "tipe", "jenis", "kategori", "category",
                "segment", "labels", "groups", "group membership"),
         besides=("kontak", "contact", "follow", "name", "activity", "aktivitas")),
    Rule(Field.STATUS, ("label",), whole=True),
    Rule(None, ("label",), besides=("lead",)),
    Rule(None, (
        "created", "create", "created time", "dibuat", "daftar", "registrasi", "registration",
        "registered", "register", "joined", "join", "bergabung", "input", "entry", "updated",
        "update", "modified", "diubah", "added", "order date", "booking date", "tanggal booking",
        "tgl booking", "tanggal order", "check in", "check out", "event date", "tanggal acara",
        "tgl acara", "transaksi", "transaction", "pembayaran", "payment", "pembelian", "purchase",
        "jatuh tempo", "due date", "kirim", "pengiriman", "dicetak", "became a", "wedding",
        "pernikahan", "anniversary", "invoice", "closing", "close date",
        "expired", "timestamp",
    ), besides=("notes", "catatan", "alamat", "address", "telp", "telepon", "hp", "phone", "nama",
                "name")),
    # --- the contact ------------------------------------------------------------------------------
    Rule(Field.CONTACT_OUTCOME, (
        "hasil", "outcome", "result", "results", "status kontak", "contact status", "call status",
        "hasil aktivitas", "status telepon", "status telpon", "status telp", "status wa",
        "status hubungi",
        "disposition", "respon", "response", "last outcome", "status follow up", "status fu",
    )),
    Rule(Field.CONTACT_METHOD, ("last method",), whole=True),
    Rule(Field.CONTACT_METHOD, (
        "metode", "method", "via", "cara", "media", "jenis kontak", "tipe kontak", "contact type",
        "activity type", "jenis follow up", "jenis aktivitas", "channel kontak",
        "contact channel", "melalui", "alat komunikasi", "aktivitas", "activity", "kegiatan",
    ), besides=(*_DAY, "last", "next", "terakhir", "selanjutnya", "berikutnya", "sales", "number",
                "jadwal", "deadline", "notes", "note", "catatan", "ket", "keterangan", "hasil")),
    Rule(Field.CONTACT_NOTES, (
        "note", "notes", "catatan", "keterangan", "ket", "remark", "remarks", "comment",
        "comments", "komentar", "memo", "isi percakapan", "percakapan", "pembicaraan", "rmk",
        "rmks",
        "pesan terakhir", "last message", "last msg text", "last message text", "description",
        "deskripsi", "isi pesan", "isi chat", "kendala", "tanggapan",
        "kebutuhan", "permintaan", "uraian", "last note",
    )),
    Rule(Field.CONTACT_BY, (
        "contacted by", "dihubungi oleh", "oleh", "by", "called by", "logged by", "petugas",
    ), besides=_DAY),
    Rule(Field.CONTACT_DATE, (
        "last contact", "last contacted", "last activity", "kontak terakhir", "last call",
        "terakhir dihubungi", "terakhir kontak", "dihubungi terakhir", "last interaction",
        "last follow up", "follow up terakhir", "fu terakhir", "last touch", "contact date",
        "tanggal kontak", "tgl kontak", "contacted at", "called at", "call date",
        "tanggal hubungi", "tanggal dihubungi", "tgl dihubungi", "interaksi terakhir",
        "last visit", "last f u", "f u terakhir", "waktu chat terakhir", "chat terakhir",
        "tanggal chat", "tgl chat", "tanggal kunjungan", "tgl kunjungan", "tanggal telepon",
        "tgl telepon",
        "tgl telp", "tanggal telp", "tanggal wa", "tgl wa", "last activity date", "last called",
        "called on", "contacted on", "last message date", "tgl terakhir", "tanggal terakhir",
    ), besides=("next", "berikutnya", "selanjutnya", "rencana")),
    Rule(Field.NEXT_STEP, _FOLLOW, besides=("by", "oleh", "notes")),
    Rule(Field.CONTACT_DATE, _DAY, besides=("order", "pesan", "menginap", "pesta")),
    Rule(Field.CONTACT_TIME, ("jam", "pukul", "time", "waktu", "hour"), whole=True),
    Rule(Field.CONTACT_TIME, ("jam kontak", "jam telepon", "contact time", "call time",
                              "waktu kontak", "jam hubungi", "jam follow up")),
    # --- the customer -----------------------------------------------------------------------------
    Rule(Field.COUNTRY, ("country", "negara", "country region")),
    Rule(Field.OWNER, (
        "owner", "pemilik", "pemegang", "assigned", "assigned to", "assignee", "ditangani",
        "penanggung jawab",
        "account manager", "pic sales", "sales pic", "pic marketing", "handled", "pegangan",
        "responsible", "pengampu", "pemegang", "agent name", "nama agen", "ditugaskan",
    ), besides=("business", "toko", "usaha", "phone", "hp")),
    Rule(Field.OWNER, (
        "sales", "salesperson", "sales person", "salesman", "nama sales", "agent", "agen",
        "marketing", "nama marketing", "sales name", "sales rep", "user responsible", "ae", "am",
        "account executive", "sales executive", "cs", "admin", "staff", "user",
    ), whole=True),
    Rule(Field.STATUS, (
        "lead status", "status", "temperature", "suhu", "sales status", "status prospek",
        "prospek", "lead temperature", "tingkat minat", "minat", "stage", "tahap", "tahapan",
        "lead label", "rating",
    ), besides=("lifecycle", "marital", "nikah", "perkawinan", "pembayaran", "bayar", "payment",
                "email", "source", "sumber", "nama", "name")),
    Rule(Field.SOURCE, (
        "source", "sumber", "asal", "asal lead", "asal info", "tahu dari", "info dari", "platform",
        "campaign", "campaign name", "channel", "referensi", "dari mana", "sumber info",
        "original source", "lead source", "referral source", "utm source", "darimana",
        "mengetahui kami", "tahu kami", "kenal kami", "hear about us", "find us", "found us",
    ), besides=("kota", "daerah", "id", "negara", "sekolah", "drill")),
    Rule(Field.PHONE, _PHONES, besides=(
        "label", "type", "status", "hasil", "tanggal", "tgl", "date", "cara", "metode", "address",
        "of", "jumlah", "urut", "rumah no", "employees", "record", "account", "rekening",
        "country code", "kode negara", "account number", "house", "nama",
    )),
    Rule(Field.FIRST_NAME, (
        "first name", "firstname", "given name", "nama depan", "middle name", "nama tengah",
        "additional name", "fname", *PREFIXES,
    )),
    Rule(Field.LAST_NAME, (
        "last name", "lastname", "family name", "surname", "nama belakang", "nama keluarga",
        "name suffix", "lname",
    )),
    Rule(Field.COMPANY, (
        "company", "perusahaan", "organization", "organisation", "organisasi", "instansi",
        "kantor", "pt", "cv", "business", "usaha", "lembaga", "institusi", "institution",
        "institute", "nama toko", "nama usaha", "sekolah", "company name", "account", "firma",
        "employer", "tempat kerja", "organization name", "nama bisnis", "bisnis", "corporate",
        "korporat", "brand", "toko", "co", "account name", "badan usaha", "komunitas",
    ), besides=("alamat", "address", "street", "jalan", "jl", "negara", "kode", "faks", "city",
    "kota", "phone", "telp", "telepon", "size",
                "industry", "domain", "country", "state", "zip", "id", "tanggal", "email", "postal",
                "postcode", "pos", "province", "provinsi", "region", "location", "lokasi")),
    Rule(Field.ADDRESS, (
        "address", "addr", "alamat", "street", "jalan", "jl", "kota", "city", "town", "kecamatan",
        "kec",
        "kabupaten", "kab", "kelurahan", "desa", "provinsi", "province", "propinsi", "state",
        "region", "wilayah", "kode pos", "kodepos", "postal code", "postcode", "zip", "zip code",
        "lokasi", "location", "domisili", "daerah", "area", "street2", "street 2", "postal",
    ), besides=("label", "type", "ip", "email", "web", "status", "country", "office location",
                "nama")),
    Rule(Field.NAME, (
        "name", "nama", "customer", "pelanggan", "konsumen", "client", "klien", "person", "pic",
        "kontak", "contact", "tamu", "guest", "pemesan", "nasabah", "member", "lead", "fullname",
        "full name", "display name", "contact person", "cp", "nama lengkap", "calon", "pengantin",
        "customername", "namacustomer", "namapelanggan", "namalengkap", "orang", "penghubung",
        "contactname", "deal contact", "buyer", "pembeli", "peserta", "prospect",
    ), besides=("sales", "marketing", "agen", "agent", "staff", "admin", "file", "ibu kandung",
                "barang", "status", "source", "sumber", "kota", "id", "hotel", "list", "hewan",
                "bank", "kategori", "owner")),
)  # fmt: skip
_LABEL = re.compile(
    r"\b(?:phone|telepon|telp|hp) \d+ (?:label|type|jenis)\b"
    r"|\baddress \d+ (?:label|type|country|po box)\b"
)
_VALUE = re.compile(r"\b(?:phone|telepon|telp|hp) \d+ (?:value|nilai)\b")
#: Keys by which a program finds its records; a chat's id is a number.
_ID = re.compile(r"^(?!.*\b(?:wa|whatsapp)\b).*\bids?$")
_FAX = ("fax", "faks", "facsimile")
#: Numbers that are called last.
_OLD = ("lama", "old", "former", "darurat", "emergency")
#: Columns of groups, in which some offices say how warm a lead is.
_GROUPS = ("label", "labels", "tag", "tags", "kategori", "category", "grade", "prioritas",
           "priority", "kelas", "segment", "tipe", "type")  # fmt: skip


def plain(title: str) -> str:
    """A title as words in small letters, without signs."""
    composed = unicodedata.normalize("NFKC", title).strip()
    composed = _CAMEL.sub(" ", _PREFIX.sub("", composed))
    return _SIGNS.sub(" ", composed.casefold()).strip()


def field_of(title: str) -> Field | None:
    """The field that a title alone says; None: none of ours."""
    said = plain(title)
    # A title of two names says the one that tells more: 'Nama Pelanggan / PIC', 'No. HP / WA'.
    if _LABEL.search(said):
        return None
    if _VALUE.search(said):
        return Field.PHONE
    if _ID.search(said):
        return None
    rule = _rule_of(said)
    return rule.field if rule is not None else None


def _rule_of(said: str) -> Rule | None:
    return next((one for one in _RULES if one.fits(said)), None)


def is_fax(title: str) -> bool:
    """Whether a column of numbers holds those that nobody answers."""
    return any(one in plain(title).split() for one in _FAX)


def is_old(title: str) -> bool:
    """Whether a column of numbers holds those that are tried last."""
    return any(one in plain(title).split() for one in _OLD)


def is_prefix(title: str) -> bool:
    """Whether a column holds what stands before a first name."""
    return any(f" {one} " in f" {plain(title)} " for one in PREFIXES)


def is_stand_in(title: str) -> bool:
    """Whether a column names whom no other column names."""
    return stand_in_rank(title) < len(STAND_INS)


def stand_in_rank(title: str) -> int:
    """How good a stand-in a column is, the best 0."""
    said = f" {plain(title)} "
    return next((at for at, one in enumerate(STAND_INS) if f" {one} " in said), len(STAND_INS))


def label_of(title: str) -> str:
    """What the column is called, in plain words, that says of which kind a number is."""
    said = plain(title)
    return said.rpartition(" ")[0] if _VALUE.search(said) else ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its title and what stands in the first lines."""

    title: str
    cells: tuple[str, ...]

    def share(self, is_one: Callable[[str], bool]) -> float:
        """How much of what is there is such a thing; 1 where nothing is there."""
        return sum(map(is_one, self.cells)) / len(self.cells) if self.cells else 1.0


def columns_of(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """The columns of a table's first lines, without empty cells."""
    found = []
    for place, title in enumerate(titles):
        cells = (cleaned(row[place]) for row in rows if place < len(row))
        found.append(Column(title, tuple(text for text in cells if text)))
    return tuple(found)


def guessed(columns: Sequence[Column]) -> dict[str, Field]:
    """The field of each column that holds one, by title."""
    found = {one.title: field for one in columns if (field := _of_column(one)) is not None}
    _by_cells(found, columns)
    _single(found, columns)
    _people(found)
    return found


def _of_column(column: Column) -> Field | None:
    """What the title says, as far as the cells agree."""
    field = field_of(column.title)
    if plain(column.title) in _KINDS_OF_NUMBERS and column.cells:
        return Field.PHONE if column.share(is_phone) > _MOST_OF else field
    if field is Field.COMPANY and column.cells and column.share(_has_letters) < _MOST_OF:
        return None
    if field is Field.NAME and _is_untold(column) and column.cells:
        return Field.PHONE if column.share(is_phone) > _MOST_OF else Field.NAME
    if field is Field.PHONE and column.share(_has_digits) < _MOST_OF:
        return Field.NAME if _is_untold(column) else None
    dated = not set(_DAY).isdisjoint(plain(column.title).split())
    if field is Field.NEXT_STEP and not dated and column.share(dates.looks_like_one) < _MOST_OF:
        return Field.CONTACT_NOTES if column.share(_is_text) > _MOST_OF else None
    if field is Field.CONTACT_DATE and not dated and column.share(dates.looks_like_one) < _SOME_OF:
        # '-' and '0/0/00' are gone already; what is left is hardly ever a date.
        return None
    if field is Field.CONTACT_NOTES and column.cells and column.share(dates.looks_like_one) == 1:
        last = not {"last", "terakhir"}.isdisjoint(plain(column.title).split())
        return Field.CONTACT_DATE if last else None
    if field is Field.CONTACT_METHOD and column.cells and _is_activity(column):
        return Field.CONTACT_NOTES if column.share(_is_text) > _MOST_OF else None
    return field


def _is_activity(column: Column) -> bool:
    """What was done, told in words of its own and not as a method."""
    said = plain(column.title).split()
    activity = not {"aktivitas", "activity", "kegiatan"}.isdisjoint(said)
    return activity and column.share(_is_method) < _MOST_OF


def _is_method(cell: str) -> bool:
    return words.guessed(Field.CONTACT_METHOD, cell) is not None


def _is_status(cell: str) -> bool:
    return words.guessed(Field.STATUS, cell) is not None


def _is_untold(column: Column) -> bool:
    """'Kontak' and 'Contact' are a person or a number: only the cells tell."""
    return plain(column.title) in {"kontak", "contact", "contacts", "kontak pelanggan", "cp",
                                   "contact person", "customer contact"}  # fmt: skip


def _by_cells(found: dict[str, Field], columns: Sequence[Column]) -> None:
    """Numbers and names in columns without a title that says so, where none was found."""
    untitled = [one for one in columns if one.cells and _is_nameless(one.title)]
    if Field.PHONE not in found.values():
        for one in untitled:
            if one.share(is_phone) > _MOST_OF:
                found[one.title] = Field.PHONE
    if not any(one.share(_is_status) for one in columns
               if found.get(one.title) is Field.STATUS and one.cells):  # fmt: skip
        for one in columns:
            grouped = not set(_GROUPS).isdisjoint(plain(one.title).split())
            if (
                grouped
                and one.cells
                and one.title not in found
                and one.share(_is_status) > _MOST_OF
            ):
                found[one.title] = Field.STATUS
                break
    names = {Field.NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.COMPANY}
    if names.isdisjoint(found.values()):
        stands_in = next((one.title for one in columns if one.cells and is_stand_in(one.title)), "")
        if stands_in:
            found[stands_in] = Field.NAME
    if names.isdisjoint(found.values()):
        named = next((one for one in untitled if one.title not in found
                      and one.share(_is_text) > 0.8), None)  # fmt: skip
        if named is not None:
            found[named.title] = Field.NAME


def _is_nameless(title: str) -> bool:
    """Whether the title says nothing at all, or no more than that here are numbers."""
    rule = _rule_of(plain(title))
    return rule is None or (rule.field is None and rule.whole)


def _single(found: dict[str, Field], columns: Sequence[Column]) -> None:
    """Fields of which a line has one: the column whose cells say most, else the first."""
    by_title = {one.title: one for one in columns}
    for field in (Field.STATUS, Field.SOURCE, Field.CONTACT_METHOD, Field.CONTACT_OUTCOME):
        titles = [title for title, one in found.items() if one is field]
        known = {
            title: sum(words.guessed(field, cell) is not None for cell in by_title[title].cells)
            for title in titles
        }
        for title in titles:
            if title != max(titles, key=lambda one: known[one]):
                del found[title]
    _in_charge(found)
    _without_recipients(found)
    for field in (
        Field.NAME, Field.CONTACT_DATE, Field.CONTACT_TIME, Field.COUNTRY, Field.OWNER,
        Field.CONTACT_BY,
    ):  # fmt: skip
        titles = [title for title, one in found.items() if one is field]
        kept = max(titles, key=lambda one: bool(by_title[one].cells), default=None)
        for title in titles:
            if title != kept:
                del found[title]
    if Field.CONTACT_TIME in found.values() and Field.CONTACT_DATE not in found.values():
        _drop(found, Field.CONTACT_TIME)


def _without_recipients(found: dict[str, Field]) -> None:
    """Leave out who only receives what another buys."""
    for field in (Field.NAME, Field.PHONE):
        of_field = [title for title, one in found.items() if one is field]
        theirs = [one for one in of_field if not _RECIPIENTS.isdisjoint(plain(one).split())]
        if len(theirs) < len(of_field):
            for title in theirs:
                del found[title]


def _in_charge(found: dict[str, Field]) -> None:
    """'PIC' beside the customer's name is the agent who has the customer in hand."""
    named = [title for title, one in found.items() if one is Field.NAME]
    if Field.OWNER in found.values() or Field.CONTACT_BY in found.values():
        return
    pic = [title for title in named if plain(title) == "pic"]
    if len(pic) == 1 and len(named) > 1:
        found[pic[0]] = Field.OWNER


def _people(found: dict[str, Field]) -> None:
    """'Sales' is who made the contacts where there are any, else whose customer it is."""
    fields = set(found.values())
    has_contacts = Field.CONTACT_DATE in fields and not {
        Field.CONTACT_METHOD, Field.CONTACT_OUTCOME,
    }.isdisjoint(fields)  # fmt: skip
    if not has_contacts or Field.CONTACT_BY in fields:
        return
    for title, field in list(found.items()):
        if field is Field.OWNER and not re.search(
            r"\b(?:owner|pemilik|pemegang|assigned)\b", plain(title)
        ):
            found[title] = Field.CONTACT_BY


def _drop(found: dict[str, Field], field: Field) -> None:
    for title in [title for title, one in found.items() if one is field]:
        del found[title]


def is_phone(cell: str) -> bool:
    """Whether a cell is most likely a phone number and nothing else."""
    letters = sum(one.isalpha() for one in cell)
    return 8 <= len(digits_of(cell)) <= 40 and letters <= 6 and not dates.looks_like_one(cell)


def _has_digits(cell: str) -> bool:
    return len(digits_of(cell)) >= 3


def _has_letters(cell: str) -> bool:
    return any(map(str.isalpha, cell))


def _is_text(cell: str) -> bool:
    return sum(one.isalpha() for one in cell) > len(cell) // 2
