"""The words that sample data is made of: companies, notes, dishes, rooms."""

from __future__ import annotations

from salesdesk.domain.contact import Method, Outcome

KINDS = ("PT", "PT", "PT", "PT", "CV", "CV", "Yayasan", "Koperasi", "Hotel", "Klinik", "SMA", "RS")

FIRST = (
    "Sinar", "Bahari", "Cahaya", "Duta", "Sumber", "Wana", "Mitra", "Puri", "Bina", "Garuda",
    "Harapan", "Baja", "Multi", "Nusa", "Citra", "Medika", "Tani", "Surya", "Graha", "Bumi",
    "Telaga", "Karya", "Arunika", "Samudra", "Artha", "Bintang", "Rasa", "Jaya", "Kurnia",
    "Berkah", "Mega", "Anugrah", "Lestari", "Dharma", "Pelita", "Angkasa", "Inti", "Sentra",
    "Warna", "Laut", "Tunas", "Panorama", "Pelangi", "Tirta", "Makmur", "Prima", "Kencana",
    "Rajawali", "Cendana", "Melati", "Utama", "Gemilang", "Indo", "Trans", "Agung", "Setia",
)  # fmt: skip
SECOND = (
    "Jaya", "Makmur", "Nusantara", "Persada", "Rejeki", "Lestari", "Abadi", "Anggrek", "Insani",
    "Teknika", "Perkasa", "Karsa", "Indah", "Kreasi", "Utama", "Mandala", "Kencana", "Sejahtera",
    "Biru", "Mandiri", "Digital", "Lintas", "Timur", "Konstruksi", "Logistik", "Sentosa",
    "Pangan", "Teknik", "Bunda", "Raya", "Asri", "Sarana", "Medika", "Selatan", "Boga", "Muda",
    "Wisata", "Kencana", "Mulia", "Sakti", "Bersama", "Gemilang", "Wijaya", "Nugraha", "Bakti",
)  # fmt: skip

NOTES: dict[tuple[Method, Outcome], tuple[str, ...]] = {
    (Method.WHATSAPP, Outcome.SUCCESSFUL): (
        "Sent menu and price list; likes package B.",
        "Asked for a photo of the hall; sent three.",
        "Confirms the number of guests next week.",
        "Minta penawaran untuk 80 orang, kirim besok.",
        "Wants halal certificates for the caterer; sent.",
        "Setuju dengan menu prasmanan, menunggu tanggal.",
        "Compares us with two hotels; parking matters.",
        "Budget approved, still looks for a date.",
    ),
    (Method.WHATSAPP, Outcome.UNSUCCESSFUL): (
        "Read, no reply. Better to call before noon.",
        "Message not delivered.",
        "Belum dibaca sejak kemarin.",
        "Wrote that the event is postponed.",
    ),
    (Method.CALL, Outcome.SUCCESSFUL): (
        "Likes the quotation; decides with the director.",
        "Wants a quotation for 120 guests in hall A.",
        "Rapat tahunan pindah ke bulan depan.",
        "Asks for a tasting of the lunch menu.",
        "Needs an invoice in the company's name.",
        "Will book again for the year-end event.",
        "Tertarik paket seminar, minta denah ruangan.",
        "Family day for 150 people; wants a date soon.",
    ),
    (Method.CALL, Outcome.UNSUCCESSFUL): (
        "Number busy, tried twice.",
        "No answer.",
        "Sedang rapat, telepon lagi sore.",
        "Secretary takes a message.",
        "No budget this quarter.",
    ),
    (Method.VISIT, Outcome.SUCCESSFUL): (
        "Showed Ruang Melati, two persons; they like the light.",
        "Met the office manager, left the price list.",
        "Tasting went well, asks for a discount from 100 guests.",
        "Kunjungan ke kantor, bertemu bagian umum.",
    ),
    (Method.VISIT, Outcome.UNSUCCESSFUL): (
        "Not at the office; left brochure and card.",
        "Kantor tutup, titip brosur di satpam.",
        "Reception was closed.",
    ),
}

PURPOSES = (
    ("Rapat", "Meeting"),
    ("Seminar", "Seminar"),
    ("Pernikahan", "Wedding"),
    ("Ulang tahun", "Birthday"),
    ("Arisan", "Social gathering"),
)
RESTAURANTS = ("Rumah Makan Melati", "Dapur Kenanga", "Kebun Cempaka")
PACKAGES = (
    ("Paket A, prasmanan", 175_000),
    ("Paket B, prasmanan lengkap", 285_000),
    ("Paket C, makan siang kotak", 95_000),
    ("Paket D, malam gala", 310_000),
    ("Paket E, rehat kopi", 65_000),
)
ROOMS = (
    ("Ruang Melati", 80, 450_000),
    ("Ruang Kenanga", 40, 300_000),
    ("Aula Cempaka", 250, 900_000),
)
SHAPES = ("Theater", "Classroom", "U-Shape", "Round table")
FACILITIES = ("Projector", "Sound system", "Whiteboard", "Wi-Fi")
OCCASIONS = ("Lunch", "Seminar lunch", "Family day", "Board meeting", "Makan siang", "Gala dinner")
