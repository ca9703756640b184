"""The customers of the pictures (design, "The pictures use one set of made-up data")."""

from __future__ import annotations

from dataclasses import dataclass

from salesdesk.domain.contact import Method, Outcome
from salesdesk.domain.customer import SalesStatus

COLD, WARM, HOT = SalesStatus.COLD, SalesStatus.WARM, SalesStatus.HOT
CHAT, CALL, VISIT = Method.WHATSAPP, Method.CALL, Method.VISIT
GOOD, BAD = Outcome.SUCCESSFUL, Outcome.UNSUCCESSFUL


@dataclass(frozen=True, slots=True)
class Step:
    """A next step: in how many calendar days of the office, when, and what.

    Attributes:
        note: makes it a plan; empty: it was given with the newest contact.
    """

    days: int
    hour: int = 10
    minute: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """An order on the board: delivered in (or, below zero, before) so many days."""

    days: int
    people: int
    price: int
    memo: str
    room_hours: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One bound customer of the pictures.

    Attributes:
        ago: days since the last contact; for somebody never contacted, since the claim.
        last: method and outcome of the newest contact; None: by chance.
        contacts: in the present spell; 0: never contacted.
    """

    name: str
    company: str
    phone: str
    status: SalesStatus
    owner: str
    ago: int
    step: Step | None = None
    last: tuple[Method, Outcome] | None = None
    contacts: int = 4
    order: Order | None = None


RINA, ANDI, EKO = "Rina Wulandari", "Andi Firmansyah", "Eko Saputra"
CITRA, BAYU, NOVI = "Citra Melati", "Bayu Pratama", "Novi Anggraeni"

#: In the order of the picture, most urgent first. Siti Rahmawati and Dedi Kurniawan, who becomes
#: overdue while one watches, are told apart from these.
BOUND = (
    Line("Hasan Basri", "PT Duta Persada", "81115020663", WARM, ANDI, 28, Step(2)),
    Line("Budi Santoso", "PT Cahaya Nusantara", "85711204456", WARM, RINA, 27, None, (CALL, BAD)),
    Line("Sri Wahyuni", "CV Sumber Rejeki", "87822950134", COLD, CITRA, 27, Step(1, 14)),
    Line("Teguh Prakoso", "PT Wana Lestari", "82166719082", WARM, EKO, 26),
    Line("Agus Setiawan", "CV Mitra Abadi", "81244783350", COLD, RINA, 25, None, (CHAT, BAD)),
    Line("Kartika Sari", "Hotel Puri Anggrek", "81903427765", HOT, BAYU, 25, Step(0, 15)),
    Line("Ratna Dewi", "Yayasan Bina Insani", "85699172043", WARM, RINA, 24, contacts=0),
    Line("Irfan Hakim", "PT Garuda Teknika", "81317658829", COLD, ANDI, 24, Step(4)),
    Line("Wulan Oktaviani", "SMA Harapan Kita", "87733805519", WARM, CITRA, 23, Step(3)),
    Line("Rudi Hartono", "PT Baja Perkasa", "81260451187", HOT, BAYU, 22, Step(1)),
    Line("Anisa Fitriani", "Apotek Sehat Selalu", "85844029936", COLD, EKO, 21),
    Line("Bambang Irawan", "PT Multi Karsa", "81192084475", WARM, CITRA, 21, Step(7)),
    Line("Desi Ratnasari", "PT Nusa Indah", "82255183041", WARM, ANDI, 20, Step(2, 9)),
    Line("Gilang Saputro", "CV Citra Kreasi", "89671302258", COLD, BAYU, 19),
    Line(
        "Lina Marlina", "Klinik Medika Utama", "81288376604", WARM, RINA, 18,
        Step(-4, 10, note="call back about the menu tasting"),
    ),
    Line("Mulyadi", "Koperasi Tani Jaya", "81355690072", COLD, EKO, 18, Step(8)),
    Line("Novita Anggraini", "PT Surya Mandala", "85782416690", HOT, ANDI, 17, Step(1, 11)),
    Line(
        "Yusuf Maulana", "Koperasi Makmur", "82119943307", COLD, RINA, 16,
        Step(0, 16, 30, "Call: annual members’ meeting in August"),
    ),
    Line(
        "Maya Puspitasari", "PT Graha Kencana", "81370214418", HOT, RINA, 9,
        Step(-3, 10, note="revised quotation for 120 guests"),
    ),
    Line(
        "Hendra Gunawan", "PT Bumi Sejahtera", "85210938871", COLD, RINA, 14,
        Step(-2, 11, note="ask who books the year-end event"),
    ),
    Line(
        "Fajar Nugroho", "PT Telaga Biru", "81229057743", HOT, RINA, 5,
        Step(0, 10, 0, "Call: confirm room for 40 people"),
    ),
    Line(
        "Indah Permatasari", "Universitas Tarumajaya", "87881730265", WARM, RINA, 11,
        Step(0, 11, 30, "WhatsApp: price for a seminar lunch, 200 boxes"),
    ),
    Line(
        "Joko Prasetyo", "CV Karya Mandiri", "85641182937", WARM, RINA, 3,
        Step(0, 13, 0, "Call: second attempt"), (CALL, BAD),
    ),
    Line(
        "Nadia Safitri", "PT Arunika Digital", "81218874406", HOT, RINA, 7,
        Step(0, 15, 0, "Visit: show Ruang Melati, two persons"),
    ),
    Line("Dian Kusuma", "PT Samudra Lintas", "81345027719", WARM, RINA, 14, None, (VISIT, GOOD)),
    Line("Rizky Ramadhan", "Bank Artha Daerah", "85290416638", HOT, RINA, 7, None, (CHAT, GOOD)),
    Line("Rahmat Hidayah", "PT Kurnia Abadi", "81297745031", COLD, RINA, 13),
    Line("Eka Susanti", "CV Berkah Jaya", "87755208846", COLD, RINA, 12, Step(9)),
    Line("Slamet Riyadi", "PT Citra Logistik", "82133960754", COLD, RINA, 10, Step(4)),
    Line("Ahmad Fauzi", "PT Mega Karya", "81384650927", HOT, RINA, 1, Step(12)),
    Line(
        "Vina Octavia", "PT Bintang Timur", "85733148802", HOT, RINA, 8, Step(6),
        order=Order(10, 90, 275_000, "Seminar lunch for 90"),
    ),
    Line(
        "Surya Wijaya", "Dinas Pariwisata", "81276301945", HOT, RINA, 4, Step(11),
        order=Order(19, 120, 310_000, "Gala dinner for 120, Ruang Melati", 2),
    ),
    Line(
        "Tania Kirana", "PT Rasa Utama", "81908826630", HOT, RINA, 2, Step(8),
        order=Order(24, 60, 285_000, "Lunch for 60, Ruang Melati", 3),
    ),
    Line(
        "Arief Budiman", "PT Jaya Konstruksi", "81151974028", WARM, RINA, 15, Step(5),
        order=Order(-17, 104, 300_000, "Family day for 104"),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Free:
    """One customer of the pool in the pictures.

    Attributes:
        since: days since it became free.
        back: how often it came back to the pool; 0: it was never anybody's.
        last: how the newest contact went; None: nobody was ever in contact.
        best: the method that worked best; None: none did.
    """

    name: str
    company: str
    phone: str
    status: SalesStatus
    since: int
    back: int
    last: Outcome | None
    best: Method | None


POOL = (
    Free("Iwan Setiadi", "CV Dharma Teknik", "81330175524", COLD, 1, 1, GOOD, CHAT),
    Free("Nur Aisyah", "RS Kasih Bunda", "85267904413", WARM, 1, 1, GOOD, VISIT),
    Free("Taufik Ismail", "PT Pelita Harapan", "81216640938", COLD, 2, 3, BAD, CALL),
    Free("Melati Kusumo", "Hotel Bumi Asri", "87851209476", HOT, 3, 1, GOOD, CALL),
    Free("Doni Saputra", "PT Angkasa Raya", "82170338195", COLD, 3, 1, BAD, None),
    Free("Fitri Handayani", "SMK Nusa Bangsa", "81394427061", WARM, 4, 1, GOOD, CHAT),
    Free("Gunawan Wibowo", "PT Inti Sarana", "85788310542", COLD, 5, 2, BAD, CALL),
    Free("Rina Marlina", "Toko Buku Ilmu", "81255067713", COLD, 5, 0, None, None),
    Free("Adi Nugraha", "PT Sentra Medika", "85645192308", WARM, 6, 1, GOOD, VISIT),
    Free("Sari Puspita", "CV Warna Indah", "81808713364", COLD, 6, 1, BAD, CHAT),
    Free("Bagus Prasetya", "PT Laut Selatan", "81231548890", COLD, 8, 2, GOOD, CALL),
    Free("Tri Handoko", "Dinas Kesehatan", "82298406127", WARM, 9, 1, GOOD, VISIT),
    Free("Winda Lestari", "PT Mitra Boga", "85716630249", COLD, 9, 1, BAD, CHAT),
    Free("Edi Sutrisno", "CV Tunas Muda", "81347791085", COLD, 11, 4, BAD, None),
    Free("Laras Ayuningtyas", "PT Panorama Wisata", "87790254418", WARM, 12, 1, GOOD, CHAT),
    Free("Hadi Purnomo", "PT Graha Sarana", "81288013756", COLD, 13, 1, BAD, CALL),
    Free("Yuni Astuti", "Yayasan Pelangi", "85231469907", COLD, 15, 1, GOOD, CHAT),
    Free("Surya Dharma", "PT Tirta Kencana", "81317025638", COLD, 17, 2, BAD, CALL),
)
