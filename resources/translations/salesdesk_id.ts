<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="id" sourcelanguage="en">
  <context>
    <name>AboutDialog</name>
    <message>
      <source>A sales desk on the booking database: no customer gets forgotten.</source>
      <translation>Meja penjualan di atas basis data pemesanan: tidak ada pelanggan yang terlupakan.</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Copy diagnostics</source>
      <translation>Salin diagnostik</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Version</source>
      <translation>Versi</translation>
    </message>
    <message>
      <source>With {thanks}.</source>
      <translation>Memakai {thanks}.</translation>
    </message>
  </context>
  <context>
    <name>AccountDialog</name>
    <message>
      <source>Add</source>
      <translation>Tambah</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Exactly {account}</source>
      <translation>Persis {account}</translation>
    </message>
    <message>
      <source>Host</source>
      <translation>Host</translation>
    </message>
    <message>
      <source>This account stands for {name}; remove it there first.</source>
      <translation>Akun ini mewakili {name}; hapus dulu dari sana.</translation>
    </message>
    <message>
      <source>User</source>
      <translation>Pengguna</translation>
    </message>
    <message>
      <source>Whoever signs in with it is {name}.</source>
      <translation>Siapa pun yang masuk dengannya adalah {name}.</translation>
    </message>
  </context>
  <context>
    <name>ActivityHeader</name>
    <message>
      <source>Activity</source>
      <translation>Aktivitas</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Ekspor</translation>
    </message>
    <message>
      <source>Find an agent</source>
      <translation>Cari agen</translation>
    </message>
    <message>
      <source>Find an agent's line in the tables of this tab</source>
      <translation>Cari baris seorang agen di tabel tab ini</translation>
    </message>
    <message>
      <source>The chart as a picture, its figures as a table</source>
      <translation>Grafik sebagai gambar, angkanya sebagai tabel</translation>
    </message>
  </context>
  <context>
    <name>ActivityRows</name>
    <message>
      <source>All charts</source>
      <translation>Semua grafik</translation>
    </message>
    <message>
      <source>Back to the charts (Esc)</source>
      <translation>Kembali ke grafik (Esc)</translation>
    </message>
    <message>
      <source>No rows any more</source>
      <translation>Sudah tidak ada baris</translation>
    </message>
    <message>
      <source>Only</source>
      <translation>Hanya</translation>
    </message>
    <message>
      <source>The rows behind a mark of the chart</source>
      <translation>Baris di balik satu tanda pada grafik</translation>
    </message>
    <message>
      <source>What this mark counted was changed in the meantime.</source>
      <translation>Yang dihitung tanda ini sudah berubah sementara itu.</translation>
    </message>
  </context>
  <context>
    <name>ActivityScreen</name>
    <message>
      <source>No line of “{name}” on this tab.</source>
      <translation>Tidak ada baris “{name}” di tab ini.</translation>
    </message>
    <message>
      <source>Reports</source>
      <translation>Laporan</translation>
    </message>
  </context>
  <context>
    <name>AgentRows</name>
    <message>
      <source>Agents</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>{now} → {after}</source>
      <translation>{now} → {after}</translation>
    </message>
  </context>
  <context>
    <name>AppSession</name>
    <message>
      <source>Today's copy of the workspace was not made. {reason}</source>
      <translation>Salinan ruang kerja untuk hari ini tidak dibuat. {reason}</translation>
    </message>
  </context>
  <context>
    <name>AppearancePage</name>
    <message>
      <source>As the system</source>
      <translation>Seperti sistem</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Warna</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Gelap</translation>
    </message>
    <message>
      <source>First day of the week</source>
      <translation>Hari pertama dalam minggu</translation>
    </message>
    <message>
      <source>Kept on this computer; each choice counts at once.</source>
      <translation>Disimpan di komputer ini; setiap pilihan langsung berlaku.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Terang</translation>
    </message>
    <message>
      <source>Motion</source>
      <translation>Gerakan</translation>
    </message>
    <message>
      <source>Reduce motion</source>
      <translation>Kurangi gerakan</translation>
    </message>
    <message>
      <source>Size of text</source>
      <translation>Ukuran teks</translation>
    </message>
  </context>
  <context>
    <name>AuditScreen</name>
    <message>
      <source>Anybody</source>
      <translation>Siapa saja</translation>
    </message>
    <message>
      <source>Ask for less.</source>
      <translation>Persempit permintaan.</translation>
    </message>
    <message>
      <source>Audit</source>
      <translation>Audit</translation>
    </message>
    <message>
      <source>Clear all</source>
      <translation>Hapus semua</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Event</source>
      <translation>Peristiwa</translation>
    </message>
    <message>
      <source>Export…</source>
      <translation>Ekspor…</translation>
    </message>
    <message>
      <source>Find events</source>
      <translation>Cari peristiwa</translation>
    </message>
    <message>
      <source>No event fits these filters</source>
      <translation>Tidak ada peristiwa yang cocok dengan filter ini</translation>
    </message>
    <message>
      <source>Person or customer</source>
      <translation>Orang atau pelanggan</translation>
    </message>
    <message>
      <source>Show older ones</source>
      <translation>Tampilkan yang lebih lama</translation>
    </message>
    <message>
      <source>The event was copied.</source>
      <translation>Peristiwa disalin.</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Apa</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Kapan</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Siapa</translation>
    </message>
    <message>
      <source>Who did what; nothing here can be changed</source>
      <translation>Siapa melakukan apa; di sini tidak ada yang bisa diubah</translation>
    </message>
    <message>
      <source>{number} events</source>
      <translation>{number} peristiwa</translation>
    </message>
  </context>
  <context>
    <name>BlockedDialog</name>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Keluar</translation>
    </message>
    <message>
      <source>Restore a backup…</source>
      <translation>Pulihkan cadangan…</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Coba lagi</translation>
    </message>
  </context>
  <context>
    <name>BoardColumn</name>
    <message>
      <source>Scroll on (Page Down)</source>
      <translation>Gulir terus (Page Down)</translation>
    </message>
    <message>
      <source>{millions} m</source>
      <translation>{millions} jt</translation>
    </message>
    <message>
      <source>{number} more</source>
      <translation>{number} lagi</translation>
    </message>
    <message>
      <source>{number} more: filter the board</source>
      <translation>{number} lagi: saring papan</translation>
    </message>
  </context>
  <context>
    <name>BoardView</name>
    <message>
      <source>Board</source>
      <translation>Papan</translation>
    </message>
  </context>
  <context>
    <name>BulkDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Nothing was done.</source>
      <translation>Tidak ada yang dilakukan.</translation>
    </message>
    <message>
      <source>Only the first try was done.</source>
      <translation>Hanya percobaan pertama yang dilakukan.</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Menghentikan…</translation>
    </message>
    <message>
      <source>The server is away.</source>
      <translation>Server tidak terjangkau.</translation>
    </message>
    <message>
      <source>The server is away: whether the last one was done is not known.</source>
      <translation>Server tidak terjangkau: belum diketahui apakah yang terakhir terlaksana.</translation>
    </message>
    <message>
      <source>Unexpected error.</source>
      <translation>Kesalahan tak terduga.</translation>
    </message>
    <message>
      <source>What was done stays done. Pressing again is safe: it counts once.</source>
      <translation>Yang sudah dilakukan tetap berlaku. Menekan lagi aman: hanya dihitung sekali.</translation>
    </message>
    <message>
      <source>and {number} more</source>
      <translation>dan {number} lagi</translation>
    </message>
    <message>
      <source>without a name</source>
      <translation>tanpa nama</translation>
    </message>
    <message>
      <source>{names} and {number} more</source>
      <translation>{names} dan {number} lagi</translation>
    </message>
    <message>
      <source>{number} of {all} were done. Press again once it is back to go on.</source>
      <translation>{number} dari {all} sudah dilakukan. Tekan lagi setelah server kembali untuk melanjutkan.</translation>
    </message>
    <message>
      <source>{number} of {all} were refused.</source>
      <translation>{number} dari {all} ditolak.</translation>
    </message>
    <message>
      <source>{number} of {all}…</source>
      <translation>{number} dari {all}…</translation>
    </message>
  </context>
  <context>
    <name>CalendarPopup</name>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Day of release: {day}</source>
      <translation>Hari pelepasan: {day}</translation>
    </message>
    <message>
      <source>Today: {day}</source>
      <translation>Hari ini: {day}</translation>
    </message>
  </context>
  <context>
    <name>ChartHead</name>
    <message>
      <source>few</source>
      <translation>sedikit</translation>
    </message>
    <message>
      <source>high</source>
      <translation>tinggi</translation>
    </message>
    <message>
      <source>low</source>
      <translation>rendah</translation>
    </message>
    <message>
      <source>many</source>
      <translation>banyak</translation>
    </message>
    <message>
      <source>with 95 % confidence interval</source>
      <translation>dengan selang kepercayaan 95 %</translation>
    </message>
  </context>
  <context>
    <name>ChartView</name>
    <message>
      <source>Chart</source>
      <translation>Grafik</translation>
    </message>
  </context>
  <context>
    <name>CheckPage</name>
    <message>
      <source>Customers whose number is known already</source>
      <translation>Pelanggan yang nomornya sudah dikenal</translation>
    </message>
    <message>
      <source>Customers whose number is known already:</source>
      <translation>Pelanggan yang nomornya sudah dikenal:</translation>
    </message>
    <message>
      <source>Fill their empty fields</source>
      <translation>Isi kolomnya yang kosong</translation>
    </message>
    <message>
      <source>Leave them out</source>
      <translation>Lewatkan</translation>
    </message>
    <message>
      <source>Lines that are left out, and lines to look at</source>
      <translation>Baris yang dilewatkan, dan baris yang perlu dilihat</translation>
    </message>
    <message>
      <source>Looking at the lines…</source>
      <translation>Memeriksa baris…</translation>
    </message>
    <message>
      <source>May be there already as {name}</source>
      <translation>Mungkin sudah ada sebagai {name}</translation>
    </message>
    <message>
      <source>Nothing has been written yet.</source>
      <translation>Belum ada yang ditulis.</translation>
    </message>
    <message>
      <source>The file could not be checked.</source>
      <translation>Berkas tidak dapat diperiksa.</translation>
    </message>
    <message>
      <source>What about it</source>
      <translation>Ada apa dengannya</translation>
    </message>
    <message>
      <source>What would happen</source>
      <translation>Yang akan terjadi</translation>
    </message>
    <message>
      <source>{number} lines looked at…</source>
      <translation>{number} baris diperiksa…</translation>
    </message>
  </context>
  <context>
    <name>ChipRow</name>
    <message>
      <source>Clear all</source>
      <translation>Hapus semua</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
  </context>
  <context>
    <name>ChooseAgentDialog</name>
    <message>
      <source>Agent</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>Agents</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>Find an agent</source>
      <translation>Cari agen</translation>
    </message>
    <message>
      <source>Give to {name}</source>
      <translation>Berikan kepada {name}</translation>
    </message>
    <message>
      <source>Name of an agent</source>
      <translation>Nama agen</translation>
    </message>
    <message>
      <source>The list cannot be read.</source>
      <translation>Daftar tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>The server is away.</source>
      <translation>Server tidak terjangkau.</translation>
    </message>
    <message>
      <source>This is the list as it was read last.</source>
      <translation>Ini daftar seperti terakhir dibaca.</translation>
    </message>
  </context>
  <context>
    <name>ClaimDialog</name>
    <message>
      <source>Claim these {number}</source>
      <translation>Ambil {number} pelanggan ini</translation>
    </message>
    <message>
      <source>They become yours, one after another. Those that somebody else has taken in the meantime are named with their owner.</source>
      <translation>Mereka menjadi milik Anda, satu per satu. Yang sementara itu sudah diambil orang lain disebut bersama pemegangnya.</translation>
    </message>
  </context>
  <context>
    <name>CodeDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>Kode</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Disalin</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Salin</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>For {name}</source>
      <translation>Untuk {name}</translation>
    </message>
    <message>
      <source>Make a code</source>
      <translation>Buat kode</translation>
    </message>
    <message>
      <source>No code was made.</source>
      <translation>Tidak ada kode yang dibuat.</translation>
    </message>
    <message>
      <source>With it the person sets a password of their own, once, within a day: in the window, Sign in, “I have a one-time code”. A code that was made before is good no longer. It is shown here once and kept nowhere.</source>
      <translation>Dengan kode ini orang itu menetapkan kata sandinya sendiri, satu kali, dalam sehari: di jendela, Masuk, “Saya punya kode sekali pakai”. Kode yang dibuat sebelumnya tidak berlaku lagi. Kode ini hanya ditampilkan sekali di sini dan tidak disimpan di mana pun.</translation>
    </message>
  </context>
  <context>
    <name>ConfirmDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
  </context>
  <context>
    <name>ConnectionDialog</name>
    <message>
      <source>Account</source>
      <translation>Akun</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Certificate</source>
      <translation>Sertifikat</translation>
    </message>
    <message>
      <source>Certificate file</source>
      <translation>Berkas sertifikat</translation>
    </message>
    <message>
      <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
      <translation>Sertifikat (*.pem *.crt *.cer);;Semua berkas (*)</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>Basis data</translation>
    </message>
    <message>
      <source>Encryption</source>
      <translation>Enkripsi</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>It is kept in this computer's keyring.</source>
      <translation>Disimpan di gantungan kunci komputer ini.</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Kata sandi</translation>
    </message>
    <message>
      <source>Port</source>
      <translation>Port</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Several servers of a cluster: separated by commas, the first is tried first.</source>
      <translation>Beberapa server satu klaster: pisahkan dengan koma, yang pertama dicoba lebih dulu.</translation>
    </message>
    <message>
      <source>Sign-in</source>
      <translation>Cara masuk</translation>
    </message>
    <message>
      <source>Test connection</source>
      <translation>Uji sambungan</translation>
    </message>
    <message>
      <source>Testing…</source>
      <translation>Menguji…</translation>
    </message>
    <message>
      <source>The connection cannot be tested.</source>
      <translation>Sambungan tidak dapat diuji.</translation>
    </message>
    <message>
      <source>This computer has no keyring: the password is kept for this run only and asked for again next time.</source>
      <translation>Komputer ini tidak punya gantungan kunci: kata sandi hanya disimpan selama program berjalan dan ditanyakan lagi lain kali.</translation>
    </message>
    <message>
      <source>Unexpected error.</source>
      <translation>Kesalahan tak terduga.</translation>
    </message>
    <message>
      <source>What you typed stays here.</source>
      <translation>Yang Anda ketik tetap di sini.</translation>
    </message>
    <message>
      <source>db.company.com</source>
      <translation>db.perusahaan.com</translation>
    </message>
  </context>
  <context>
    <name>ConnectionsPage</name>
    <message>
      <source>Add a server…</source>
      <translation>Tambah server…</translation>
    </message>
    <message>
      <source>Add the workspace</source>
      <translation>Tambah ruang kerja</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>Ubah…</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Sambungan</translation>
    </message>
    <message>
      <source>Databases that this computer knows. Passwords are kept in its keyring, never in a file. Opening another one closes this window's; what waits in the outbox stays.</source>
      <translation>Basis data yang dikenal komputer ini. Kata sandi disimpan di gantungan kuncinya, tidak pernah dalam berkas. Membuka yang lain menutup jendela yang ini; yang menunggu di kotak keluar tetap ada.</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Hapus</translation>
    </message>
    <message>
      <source>Remove the connection</source>
      <translation>Hapus sambungan</translation>
    </message>
    <message>
      <source>Remove…</source>
      <translation>Hapus…</translation>
    </message>
    <message>
      <source>The connections of this computer cannot be kept.</source>
      <translation>Sambungan komputer ini tidak dapat disimpan.</translation>
    </message>
    <message>
      <source>This computer forgets {name} and its password. The database itself stays as it is.</source>
      <translation>Komputer ini melupakan {name} dan kata sandinya. Basis datanya sendiri tetap seperti adanya.</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Di mana</translation>
    </message>
    <message>
      <source>open</source>
      <translation>terbuka</translation>
    </message>
  </context>
  <context>
    <name>ContactDialog</name>
    <message>
      <source>A contact can be changed once it is back.</source>
      <translation>Kontak dapat diubah setelah server kembali.</translation>
    </message>
    <message>
      <source>A contact cannot lie in the future.</source>
      <translation>Kontak tidak boleh di masa depan.</translation>
    </message>
    <message>
      <source>Choose between the two values first.</source>
      <translation>Pilih dulu di antara kedua isi.</translation>
    </message>
    <message>
      <source>Choose how it went: successful or unsuccessful.</source>
      <translation>Pilih hasilnya: berhasil atau tidak berhasil.</translation>
    </message>
    <message>
      <source>Choose how: WhatsApp, call or visit.</source>
      <translation>Pilih caranya: WhatsApp, telepon, atau kunjungan.</translation>
    </message>
    <message>
      <source>Copy the note</source>
      <translation>Salin catatan</translation>
    </message>
    <message>
      <source>Nothing was saved. Save logs the contact without claiming.</source>
      <translation>Tidak ada yang disimpan. “Simpan” mencatat kontak tanpa mengambil pelanggan.</translation>
    </message>
    <message>
      <source>Save keeps the contact on this computer and sends it once it is back.</source>
      <translation>“Simpan” menaruh kontak di komputer ini dan mengirimnya setelah server kembali.</translation>
    </message>
    <message>
      <source>Saving… Esc lets it go on unseen.</source>
      <translation>Menyimpan… Dengan Esc, ini berlanjut tanpa terlihat.</translation>
    </message>
    <message>
      <source>Server away: the contact with {name} is kept and will be sent once.</source>
      <translation>Server tidak terjangkau: kontak dengan {name} disimpan dan akan dikirim satu kali.</translation>
    </message>
    <message>
      <source>Somebody else changed the same fields. Choose for each, then save.</source>
      <translation>Orang lain mengubah isian yang sama. Pilih untuk masing-masing, lalu simpan.</translation>
    </message>
    <message>
      <source>The server is away, and this computer cannot keep the contact.</source>
      <translation>Server tidak terjangkau, dan komputer ini tidak dapat menyimpan kontak.</translation>
    </message>
    <message>
      <source>The server is away.</source>
      <translation>Server tidak terjangkau.</translation>
    </message>
    <message>
      <source>Unexpected error.</source>
      <translation>Kesalahan tak terduga.</translation>
    </message>
    <message>
      <source>What you typed stays here. Saving again is safe: it counts once.</source>
      <translation>Yang Anda ketik tetap di sini. Menyimpan lagi aman: hanya dihitung sekali.</translation>
    </message>
    <message>
      <source>What you typed stays here: copy it before you close.</source>
      <translation>Yang Anda ketik tetap di sini: salin sebelum menutup.</translation>
    </message>
    <message>
      <source>What you typed stays here: copy it. ({number})</source>
      <translation>Yang Anda ketik tetap di sini: salinlah. ({number})</translation>
    </message>
  </context>
  <context>
    <name>ContactForm</name>
    <message>
      <source>+1 d</source>
      <translation>+1 hr</translation>
    </message>
    <message>
      <source>+1 w</source>
      <translation>+1 mg</translation>
    </message>
    <message>
      <source>+3 d</source>
      <translation>+3 hr</translation>
    </message>
    <message>
      <source>+4 w</source>
      <translation>+4 mg</translation>
    </message>
    <message>
      <source>A customer without a name</source>
      <translation>Pelanggan tanpa nama</translation>
    </message>
    <message>
      <source>At another time…</source>
      <translation>Di waktu lain…</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+Enter</translation>
    </message>
    <message>
      <source>Date and time of the contact</source>
      <translation>Tanggal dan waktu kontak</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Log and claim</source>
      <translation>Catat dan ambil</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Cara</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Tindak lanjut</translation>
    </message>
    <message>
      <source>Next step in</source>
      <translation>Tindak lanjut dalam</translation>
    </message>
    <message>
      <source>Next step in {days}</source>
      <translation>Tindak lanjut dalam {days}</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Catatan</translation>
    </message>
    <message>
      <source>Now, {when}</source>
      <translation>Sekarang, {when}</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Hasil</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>Shift+Enter: new line</source>
      <translation>Shift+Enter: baris baru</translation>
    </message>
    <message>
      <source>Successful</source>
      <translation>Berhasil</translation>
    </message>
    <message>
      <source>Unsuccessful</source>
      <translation>Tidak berhasil</translation>
    </message>
    <message>
      <source>Visit</source>
      <translation>Kunjungan</translation>
    </message>
    <message>
      <source>WhatsApp</source>
      <translation>WhatsApp</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Kapan</translation>
    </message>
    <message>
      <source>“{word}”, as the booking application wrote it; it stays unless you choose.</source>
      <translation>“{word}”, seperti ditulis aplikasi pemesanan; tetap begitu kecuali Anda memilih.</translation>
    </message>
  </context>
  <context>
    <name>CrashDialog</name>
    <message>
      <source>Copied.</source>
      <translation>Disalin.</translation>
    </message>
    <message>
      <source>Copy details</source>
      <translation>Salin rincian</translation>
    </message>
    <message>
      <source>Details</source>
      <translation>Rincian</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Lanjutkan</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Keluar</translation>
    </message>
    <message>
      <source>What was saved is safe, and what you typed is still in its form. You can go on; if something looks wrong, leave and start again.</source>
      <translation>Yang sudah disimpan aman, dan yang Anda ketik masih ada di formulirnya. Anda dapat melanjutkan; jika ada yang terlihat salah, keluarlah dan mulai lagi.</translation>
    </message>
  </context>
  <context>
    <name>CustomerActs</name>
    <message>
      <source>Contact with {name} logged, and the customer is yours now.</source>
      <translation>Kontak dengan {name} dicatat, dan pelanggan itu sekarang milik Anda.</translation>
    </message>
    <message>
      <source>Contact with {name} logged.</source>
      <translation>Kontak dengan {name} dicatat.</translation>
    </message>
    <message>
      <source>Copy number</source>
      <translation>Salin nomor</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Customer saved.</source>
      <translation>Pelanggan disimpan.</translation>
    </message>
    <message>
      <source>Delete contact</source>
      <translation>Hapus kontak</translation>
    </message>
    <message>
      <source>Delete this contact with {name}?</source>
      <translation>Hapus kontak dengan {name} ini?</translation>
    </message>
    <message>
      <source>It leaves the timeline. Its values stay in the history of events.</source>
      <translation>Kontak ini hilang dari linimasa. Isinya tetap ada dalam riwayat peristiwa.</translation>
    </message>
    <message>
      <source>Next step of {whom} planned.</source>
      <translation>Tindak lanjut {whom} direncanakan.</translation>
    </message>
    <message>
      <source>Nothing on this computer opens {address}</source>
      <translation>Tidak ada program di komputer ini yang membuka {address}</translation>
    </message>
    <message>
      <source>The contact with {name} is changed.</source>
      <translation>Kontak dengan {name} diubah.</translation>
    </message>
    <message>
      <source>The contact with {name} is deleted.</source>
      <translation>Kontak dengan {name} dihapus.</translation>
    </message>
    <message>
      <source>The next step of {whom} is cleared.</source>
      <translation>Tindak lanjut {whom} dihapus.</translation>
    </message>
    <message>
      <source>The protection of {whom} ended.</source>
      <translation>Perlindungan {whom} berakhir.</translation>
    </message>
    <message>
      <source>a customer</source>
      <translation>seorang pelanggan</translation>
    </message>
    <message>
      <source>{act} all the same</source>
      <translation>{act} saja</translation>
    </message>
    <message>
      <source>{name} is set aside</source>
      <translation>{name} disisihkan</translation>
    </message>
    <message>
      <source>{name} is yours now.</source>
      <translation>{name} sekarang milik Anda.</translation>
    </message>
    <message>
      <source>{name} saved.</source>
      <translation>{name} disimpan.</translation>
    </message>
    <message>
      <source>{number} customers</source>
      <translation>{number} pelanggan</translation>
    </message>
    <message>
      <source>{number} refused: {names}</source>
      <translation>{number} ditolak: {names}</translation>
    </message>
    <message>
      <source>{phone} is no number that can be called.</source>
      <translation>{phone} bukan nomor yang dapat ditelepon.</translation>
    </message>
    <message>
      <source>{whom} back in the round.</source>
      <translation>{whom} dikembalikan.</translation>
    </message>
    <message>
      <source>{whom} claimed.</source>
      <translation>{whom} diambil.</translation>
    </message>
    <message>
      <source>{whom} distributed among {agents}.</source>
      <translation>{whom} dibagikan kepada {agents}.</translation>
    </message>
    <message>
      <source>{whom} handed over to {agent}.</source>
      <translation>{whom} diserahkan kepada {agent}.</translation>
    </message>
    <message>
      <source>{whom} handed over.</source>
      <translation>{whom} diserahkan.</translation>
    </message>
    <message>
      <source>{whom} protected.</source>
      <translation>{whom} dilindungi.</translation>
    </message>
    <message>
      <source>{whom} released.</source>
      <translation>{whom} dilepas.</translation>
    </message>
    <message>
      <source>{whom} set aside.</source>
      <translation>{whom} disisihkan.</translation>
    </message>
  </context>
  <context>
    <name>CustomerDialog</name>
    <message>
      <source>Becomes my customer</source>
      <translation>Menjadi pelanggan saya</translation>
    </message>
    <message>
      <source>Choose between the two values first.</source>
      <translation>Pilih dulu di antara kedua isi.</translation>
    </message>
    <message>
      <source>It cannot be edited.</source>
      <translation>Tidak dapat diubah.</translation>
    </message>
    <message>
      <source>Open the customer again once it is back.</source>
      <translation>Buka lagi pelanggan ini setelah server kembali.</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Menyimpan…</translation>
    </message>
    <message>
      <source>Somebody else changed the same fields. Choose for each, then save.</source>
      <translation>Orang lain mengubah isian yang sama. Pilih untuk masing-masing, lalu simpan.</translation>
    </message>
    <message>
      <source>Start afresh</source>
      <translation>Mulai dari awal</translation>
    </message>
    <message>
      <source>Taken up again.</source>
      <translation>Dilanjutkan.</translation>
    </message>
    <message>
      <source>The server is away.</source>
      <translation>Server tidak terjangkau.</translation>
    </message>
    <message>
      <source>This was typed on {when} and not saved.</source>
      <translation>Ini diketik pada {when} dan belum disimpan.</translation>
    </message>
    <message>
      <source>Unexpected error.</source>
      <translation>Kesalahan tak terduga.</translation>
    </message>
    <message>
      <source>What you typed stays here. Saving again is safe: it counts once.</source>
      <translation>Yang Anda ketik tetap di sini. Menyimpan lagi aman: hanya dihitung sekali.</translation>
    </message>
    <message>
      <source>What you typed stays here: copy it before you close.</source>
      <translation>Yang Anda ketik tetap di sini: salin sebelum menutup.</translation>
    </message>
  </context>
  <context>
    <name>CustomerForm</name>
    <message>
      <source>Address</source>
      <translation>Alamat</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>One a line, such as 0813-… (wife)</source>
      <translation>Satu per baris, misalnya 0813-… (istri)</translation>
    </message>
    <message>
      <source>Other numbers</source>
      <translation>Nomor lain</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Sumber</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>none</source>
      <translation>tidak ada</translation>
    </message>
  </context>
  <context>
    <name>CustomerPanel</name>
    <message>
      <source>Choose a customer of the list. {hint} closes this panel.</source>
      <translation>Pilih pelanggan dari daftar. {hint} menutup panel ini.</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kontak</translation>
    </message>
    <message>
      <source>Contacts, ownership, moves and orders are listed here.</source>
      <translation>Kontak, pemegang, perpindahan tahap, dan pesanan tercantum di sini.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Salin</translation>
    </message>
    <message>
      <source>Delete contact…	Del</source>
      <translation>Hapus kontak…	Del</translation>
    </message>
    <message>
      <source>Edit contact…	Enter</source>
      <translation>Ubah kontak…	Enter</translation>
    </message>
    <message>
      <source>History</source>
      <translation>Riwayat</translation>
    </message>
    <message>
      <source>It is read as soon as the server answers again.</source>
      <translation>Dibaca begitu server menjawab lagi.</translation>
    </message>
    <message>
      <source>Log the first one: a message, a call or a visit.</source>
      <translation>Catat yang pertama: pesan, telepon, atau kunjungan.</translation>
    </message>
    <message>
      <source>No contacts yet</source>
      <translation>Belum ada kontak</translation>
    </message>
    <message>
      <source>No orders</source>
      <translation>Tidak ada pesanan</translation>
    </message>
    <message>
      <source>Nobody has had this customer</source>
      <translation>Belum pernah ada yang memegang pelanggan ini</translation>
    </message>
    <message>
      <source>Nobody is chosen</source>
      <translation>Belum ada yang dipilih</translation>
    </message>
    <message>
      <source>Nothing happened yet</source>
      <translation>Belum terjadi apa-apa</translation>
    </message>
    <message>
      <source>Orders</source>
      <translation>Pesanan</translation>
    </message>
    <message>
      <source>Orders of the booking application are listed here.</source>
      <translation>Pesanan dari aplikasi pemesanan tercantum di sini.</translation>
    </message>
    <message>
      <source>Ownership</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>This could not be read</source>
      <translation>Ini tidak dapat dibaca</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>Linimasa</translation>
    </message>
    <message>
      <source>What to see of the customer</source>
      <translation>Apa yang dilihat dari pelanggan</translation>
    </message>
    <message>
      <source>Who has it, since when, and why it ended, is listed here.</source>
      <translation>Siapa yang memegangnya, sejak kapan, dan mengapa berakhir, tercantum di sini.</translation>
    </message>
  </context>
  <context>
    <name>CustomersHeader</name>
    <message>
      <source>Choose or save a view</source>
      <translation>Pilih atau simpan tampilan</translation>
    </message>
    <message>
      <source>Choose the columns</source>
      <translation>Pilih kolom</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Kolom</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Enter a new customer</source>
      <translation>Masukkan pelanggan baru</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Ekspor</translation>
    </message>
    <message>
      <source>Name, company, phone</source>
      <translation>Nama, perusahaan, telepon</translation>
    </message>
    <message>
      <source>New customer</source>
      <translation>Pelanggan baru</translation>
    </message>
    <message>
      <source>Search customers by name, company or phone</source>
      <translation>Cari pelanggan menurut nama, perusahaan, atau telepon</translation>
    </message>
    <message>
      <source>View: {name}</source>
      <translation>Tampilan: {name}</translation>
    </message>
    <message>
      <source>Views</source>
      <translation>Tampilan</translation>
    </message>
    <message>
      <source>Write what is shown into a file</source>
      <translation>Tulis yang terlihat ke dalam berkas</translation>
    </message>
  </context>
  <context>
    <name>CustomersOrder</name>
    <message>
      <source>A fixed list has its own order.</source>
      <translation>Daftar tetap punya urutannya sendiri.</translation>
    </message>
    <message>
      <source>Sort by this column (Ctrl+Shift+S opens all orders)</source>
      <translation>Urutkan menurut kolom ini (Ctrl+Shift+S membuka semua urutan)</translation>
    </message>
    <message>
      <source>The list cannot be sorted by {column}.</source>
      <translation>Daftar tidak dapat diurutkan menurut {column}.</translation>
    </message>
  </context>
  <context>
    <name>CustomersScreen</name>
    <message>
      <source>Clear all filters</source>
      <translation>Hapus semua filter</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Impor…</translation>
    </message>
    <message>
      <source>New customer</source>
      <translation>Pelanggan baru</translation>
    </message>
    <message>
      <source>Only</source>
      <translation>Hanya</translation>
    </message>
    <message>
      <source>The first {number} are selected. {hint} selects all that match.</source>
      <translation>{number} yang pertama terpilih. {hint} memilih semua yang cocok.</translation>
    </message>
    <message>
      <source>{number} copied with headers, by name.</source>
      <translation>{number} disalin dengan judul kolom, menurut nama.</translation>
    </message>
  </context>
  <context>
    <name>CustomersTable</name>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Widths by content</source>
      <translation>Lebar menurut isi</translation>
    </message>
  </context>
  <context>
    <name>DateField</name>
    <message>
      <source>15/12, fri 3pm…</source>
      <translation>15/12, senin…</translation>
    </message>
    <message>
      <source>15/12, fri, +3…</source>
      <translation>15/12, jum, +3…</translation>
    </message>
    <message>
      <source>A day without a time is noon, and noon is over: add one, as in “today {later}”.</source>
      <translation>Hari tanpa waktu berarti tengah hari, dan itu sudah lewat: tambahkan waktu, misalnya “hari ini {later}”.</translation>
    </message>
    <message>
      <source>Alt+Down: calendar, Up and Down: a day on or back</source>
      <translation>Alt+Panah bawah: kalender, Panah atas dan bawah: maju atau mundur sehari</translation>
    </message>
    <message>
      <source>For example 15/12, fri, besok, senin or +3</source>
      <translation>Misalnya 15/12, jumat, besok, senin, atau +3</translation>
    </message>
    <message>
      <source>Only a day counts here: leave the time out.</source>
      <translation>Di sini hanya hari yang berlaku: hilangkan waktunya.</translation>
    </message>
    <message>
      <source>This day is over.</source>
      <translation>Hari ini sudah lewat.</translation>
    </message>
    <message>
      <source>This day lies too far back.</source>
      <translation>Hari ini terlalu jauh ke belakang.</translation>
    </message>
    <message>
      <source>This time is over.</source>
      <translation>Waktu ini sudah lewat.</translation>
    </message>
  </context>
  <context>
    <name>DaysLabel</name>
    <message>
      <source>Days left: {text}</source>
      <translation>Sisa hari: {text}</translation>
    </message>
    <message>
      <source>Days left: {text}, protected</source>
      <translation>Sisa hari: {text}, dilindungi</translation>
    </message>
  </context>
  <context>
    <name>DecisionsView</name>
    <message>
      <source>Back to the pairs</source>
      <translation>Kembali ke daftar pasangan</translation>
    </message>
    <message>
      <source>Nothing was said of any pair yet</source>
      <translation>Belum ada pasangan yang diputuskan</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Tarik kembali</translation>
    </message>
    <message>
      <source>What was said of pairs</source>
      <translation>Keputusan tentang pasangan</translation>
    </message>
    <message>
      <source>What was said of {one} and {other} is taken back.</source>
      <translation>Keputusan tentang {one} dan {other} ditarik kembali.</translation>
    </message>
  </context>
  <context>
    <name>Dialogs</name>
    <message>
      <source>Back up the workspace</source>
      <translation>Cadangkan ruang kerja</translation>
    </message>
    <message>
      <source>Backups (*.sqlite)</source>
      <translation>Cadangan (*.sqlite)</translation>
    </message>
    <message>
      <source>Database</source>
      <translation>Basis data</translation>
    </message>
    <message>
      <source>Diagnostics were copied: paste them into a message to support.</source>
      <translation>Diagnostik sudah disalin: tempelkan ke pesan untuk tim bantuan.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Signed in</source>
      <translation>Masuk sebagai</translation>
    </message>
    <message>
      <source>The workspace is backed up in {file}; the copy was checked.</source>
      <translation>Ruang kerja dicadangkan di {file}; salinannya sudah diperiksa.</translation>
    </message>
    <message>
      <source>no role yet</source>
      <translation>belum ada peran</translation>
    </message>
    <message>
      <source>the customer</source>
      <translation>pelanggan ini</translation>
    </message>
  </context>
  <context>
    <name>DistributeDialog</name>
    <message>
      <source>Agent</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>All agents</source>
      <translation>Semua agen</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>Manual</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Days</source>
      <translation>Hari</translation>
    </message>
    <message>
      <source>Distribute</source>
      <translation>Bagikan</translation>
    </message>
    <message>
      <source>Distribute {number}</source>
      <translation>Bagikan {number}</translation>
    </message>
    <message>
      <source>Distributing…</source>
      <translation>Membagikan…</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Evenly</source>
      <translation>Merata</translation>
    </message>
    <message>
      <source>How</source>
      <translation>Caranya</translation>
    </message>
    <message>
      <source>Mix again</source>
      <translation>Acak lagi</translation>
    </message>
    <message>
      <source>Nobody gets back whom they lost in the last</source>
      <translation>Tidak kembali ke agen lama selama</translation>
    </message>
    <message>
      <source>Nothing was distributed.</source>
      <translation>Tidak ada yang dibagikan.</translation>
    </message>
    <message>
      <source>One undo takes all back</source>
      <translation>Satu kali Urungkan menarik kembali semuanya</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Pratinjau</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>Membaca…</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Stays in the pool</source>
      <translation>Tetap di bursa</translation>
    </message>
    <message>
      <source>Stays with {name}</source>
      <translation>Tetap pada {name}</translation>
    </message>
    <message>
      <source>The chosen customer goes to</source>
      <translation>Pelanggan yang dipilih diberikan kepada</translation>
    </message>
    <message>
      <source>The server is away.</source>
      <translation>Server tidak terjangkau.</translation>
    </message>
    <message>
      <source>To whoever has least</source>
      <translation>Kepada yang paling sedikit</translation>
    </message>
    <message>
      <source>Who gets whom</source>
      <translation>Siapa mendapat siapa</translation>
    </message>
    <message>
      <source>Whoever was given stays so; doing it again goes on with the rest.</source>
      <translation>Yang sudah diberikan tetap begitu; mengulanginya melanjutkan sisanya.</translation>
    </message>
    <message>
      <source>days</source>
      <translation>hari</translation>
    </message>
    <message>
      <source>most {number}</source>
      <translation>paling banyak {number}</translation>
    </message>
    <message>
      <source>stays where it is</source>
      <translation>tetap di tempatnya</translation>
    </message>
    <message>
      <source>who gets whom</source>
      <translation>siapa mendapat siapa</translation>
    </message>
  </context>
  <context>
    <name>DoctorScreen</name>
    <message>
      <source>After</source>
      <translation>Sesudah</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Sebelum</translation>
    </message>
    <message>
      <source>Column</source>
      <translation>Kolom</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Doctor</source>
      <translation>Pemeriksaan</translation>
    </message>
    <message>
      <source>Every row is as the rules say.</source>
      <translation>Setiap baris sesuai dengan aturan.</translation>
    </message>
    <message>
      <source>Examine again</source>
      <translation>Periksa lagi</translation>
    </message>
    <message>
      <source>Findings</source>
      <translation>Temuan</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Jenis</translation>
    </message>
    <message>
      <source>Nothing breaks the rules</source>
      <translation>Tidak ada yang melanggar aturan</translation>
    </message>
    <message>
      <source>Preview the repair</source>
      <translation>Pratinjau perbaikan</translation>
    </message>
    <message>
      <source>Repair these {number}</source>
      <translation>Perbaiki {number} baris ini</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Baris</translation>
    </message>
    <message>
      <source>Show these customers</source>
      <translation>Tampilkan pelanggan ini</translation>
    </message>
    <message>
      <source>Table</source>
      <translation>Tabel</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Apa</translation>
    </message>
    <message>
      <source>What the repair changes</source>
      <translation>Yang diubah perbaikan</translation>
    </message>
    <message>
      <source>found by the doctor</source>
      <translation>ditemukan pemeriksaan</translation>
    </message>
  </context>
  <context>
    <name>DuplicatesPage</name>
    <message>
      <source>Look again</source>
      <translation>Cari lagi</translation>
    </message>
    <message>
      <source>Look again when it suits.</source>
      <translation>Cari lagi bila sempat.</translation>
    </message>
    <message>
      <source>Looking for pairs</source>
      <translation>Mencari pasangan</translation>
    </message>
    <message>
      <source>Pairs</source>
      <translation>Pasangan</translation>
    </message>
    <message>
      <source>Show them</source>
      <translation>Tampilkan</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Hentikan</translation>
    </message>
    <message>
      <source>The look was stopped</source>
      <translation>Pencarian dihentikan</translation>
    </message>
  </context>
  <context>
    <name>EffectPanel</name>
    <message>
      <source>As the settings are</source>
      <translation>Menurut pengaturan sekarang</translation>
    </message>
    <message>
      <source>If you save this</source>
      <translation>Jika Anda menyimpan ini</translation>
    </message>
    <message>
      <source>Show those of the next run: {people}</source>
      <translation>Tampilkan yang dari putaran berikutnya: {people}</translation>
    </message>
    <message>
      <source>Show those touched: {people}</source>
      <translation>Tampilkan yang terdampak: {people}</translation>
    </message>
    <message>
      <source>counted {time}</source>
      <translation>dihitung {time}</translation>
    </message>
    <message>
      <source>counting…</source>
      <translation>menghitung…</translation>
    </message>
    <message>
      <source>not counted</source>
      <translation>tidak dihitung</translation>
    </message>
    <message>
      <source>of the next run</source>
      <translation>dari putaran berikutnya</translation>
    </message>
    <message>
      <source>touched by other limits</source>
      <translation>terdampak batas lain</translation>
    </message>
  </context>
  <context>
    <name>EraseDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Penegasan</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>Disalin</translation>
    </message>
    <message>
      <source>Copy the receipt</source>
      <translation>Salin tanda terima</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Erase</source>
      <translation>Hapus data</translation>
    </message>
    <message>
      <source>Erased on request: customer {customer}, event {event}.</source>
      <translation>Dihapus atas permintaan: pelanggan {customer}, peristiwa {event}.</translation>
    </message>
    <message>
      <source>Erasing…</source>
      <translation>Menghapus…</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>It is erased. The receipt names nobody.</source>
      <translation>Sudah dihapus. Tanda terimanya tidak menyebut siapa pun.</translation>
    </message>
    <message>
      <source>Nothing was erased.</source>
      <translation>Tidak ada yang dihapus.</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>Membaca…</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Baris</translation>
    </message>
    <message>
      <source>SalesDesk itself keeps nothing of this customer.</source>
      <translation>SalesDesk sendiri tidak menyimpan apa pun tentang pelanggan ini.</translation>
    </message>
    <message>
      <source>This is what SalesDesk itself keeps of this customer. It cannot be undone.</source>
      <translation>Inilah yang disimpan SalesDesk sendiri tentang pelanggan ini. Penghapusan tidak dapat diurungkan.</translation>
    </message>
    <message>
      <source>Type {word} to erase it.</source>
      <translation>Ketik {word} untuk menghapusnya.</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Apa</translation>
    </message>
    <message>
      <source>What is erased</source>
      <translation>Yang dihapus</translation>
    </message>
    <message>
      <source>erase</source>
      <translation>hapus</translation>
    </message>
  </context>
  <context>
    <name>EventFields</name>
    <message>
      <source>After</source>
      <translation>Sesudah</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Sebelum</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Isian</translation>
    </message>
  </context>
  <context>
    <name>EventPanel</name>
    <message>
      <source>Before and after</source>
      <translation>Sebelum dan sesudah</translation>
    </message>
    <message>
      <source>Close the panel</source>
      <translation>Tutup panel</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Salin</translation>
    </message>
    <message>
      <source>Next event</source>
      <translation>Peristiwa berikutnya</translation>
    </message>
    <message>
      <source>Only this customer</source>
      <translation>Hanya pelanggan ini</translation>
    </message>
    <message>
      <source>Open the customer</source>
      <translation>Buka pelanggan</translation>
    </message>
    <message>
      <source>Previous event</source>
      <translation>Peristiwa sebelumnya</translation>
    </message>
    <message>
      <source>What was kept</source>
      <translation>Yang dicatat</translation>
    </message>
    <message>
      <source>of {name}</source>
      <translation>dari {name}</translation>
    </message>
    <message>
      <source>{changed} of {all} fields changed</source>
      <translation>{changed} dari {all} isian berubah</translation>
    </message>
  </context>
  <context>
    <name>Everybody</name>
    <message>
      <source>More than {number} match: narrow the list with a filter first.</source>
      <translation>Lebih dari {number} cocok: persempit dulu daftar dengan filter.</translation>
    </message>
  </context>
  <context>
    <name>ExportDialog</name>
    <message>
      <source>Also</source>
      <translation>Juga</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Choose a file.</source>
      <translation>Pilih berkas.</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Excel workbook</source>
      <translation>Buku kerja Excel</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Ekspor</translation>
    </message>
    <message>
      <source>Export {what}</source>
      <translation>Ekspor {what}</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Berkas</translation>
    </message>
    <message>
      <source>Form</source>
      <translation>Bentuk</translation>
    </message>
    <message>
      <source>Form of the CSV</source>
      <translation>Bentuk CSV</translation>
    </message>
    <message>
      <source>Further columns</source>
      <translation>Kolom tambahan</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Jenis</translation>
    </message>
    <message>
      <source>Kind of file</source>
      <translation>Jenis berkas</translation>
    </message>
    <message>
      <source>No file was written.</source>
      <translation>Tidak ada berkas yang ditulis.</translation>
    </message>
    <message>
      <source>No file was written. Press again once it is back.</source>
      <translation>Tidak ada berkas yang ditulis. Tekan lagi setelah server kembali.</translation>
    </message>
    <message>
      <source>PDF for printing</source>
      <translation>PDF untuk dicetak</translation>
    </message>
    <message>
      <source>Plain, with commas</source>
      <translation>Sederhana, dengan koma</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Kemajuan</translation>
    </message>
    <message>
      <source>Stopping…</source>
      <translation>Menghentikan…</translation>
    </message>
    <message>
      <source>The server is away.</source>
      <translation>Server tidak terjangkau.</translation>
    </message>
    <message>
      <source>There is a file of this name; it will be replaced.</source>
      <translation>Sudah ada berkas dengan nama ini; berkas itu akan diganti.</translation>
    </message>
    <message>
      <source>To be opened in Excel</source>
      <translation>Untuk dibuka di Excel</translation>
    </message>
    <message>
      <source>Unexpected error.</source>
      <translation>Kesalahan tak terduga.</translation>
    </message>
    <message>
      <source>{number} of {all}…</source>
      <translation>{number} dari {all}…</translation>
    </message>
  </context>
  <context>
    <name>FieldLines</name>
    <message>
      <source>An order</source>
      <translation>Satu pesanan</translation>
    </message>
    <message>
      <source>Fills in room, guests, package, price and date</source>
      <translation>Mengisi ruang, tamu, paket, harga, dan tanggal</translation>
    </message>
    <message>
      <source>None</source>
      <translation>Tanpa templat</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Pesanan</translation>
    </message>
    <message>
      <source>customer</source>
      <translation>pelanggan</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>tidak diketahui</translation>
    </message>
    <message>
      <source>order</source>
      <translation>pesanan</translation>
    </message>
    <message>
      <source>order for {day}</source>
      <translation>pesanan {day}</translation>
    </message>
    <message>
      <source>typed by you</source>
      <translation>Anda ketik</translation>
    </message>
    <message>
      <source>you</source>
      <translation>Anda</translation>
    </message>
  </context>
  <context>
    <name>FileField</name>
    <message>
      <source>Choose…</source>
      <translation>Pilih…</translation>
    </message>
  </context>
  <context>
    <name>FilePage</name>
    <message>
      <source>A list of customers, or of contacts with customers: .xlsx, .csv or .vcf.</source>
      <translation>Daftar pelanggan, atau kontak beserta pelanggannya: .xlsx, .csv, atau .vcf.</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>Pilih berkas</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>Pengodean</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Berkas</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>Baris</translation>
    </message>
    <message>
      <source>Line with the titles</source>
      <translation>Baris judul kolom</translation>
    </message>
    <message>
      <source>Lists and cards (*.xlsx *.csv *.txt *.tsv *.vcf *.xls *.html);;All files (*)</source>
      <translation>Daftar dan kartu (*.xlsx *.csv *.txt *.tsv *.vcf *.xls *.html);;Semua berkas (*)</translation>
    </message>
    <message>
      <source>Separator</source>
      <translation>Pemisah</translation>
    </message>
    <message>
      <source>Sheet</source>
      <translation>Lembar</translation>
    </message>
    <message>
      <source>The first lines of the file</source>
      <translation>Baris-baris pertama berkas</translation>
    </message>
    <message>
      <source>This file cannot be read.</source>
      <translation>Berkas ini tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>Titles in line</source>
      <translation>Judul di baris</translation>
    </message>
    <message>
      <source>With hidden rows</source>
      <translation>Dengan baris tersembunyi</translation>
    </message>
  </context>
  <context>
    <name>FilterBar</name>
    <message>
      <source>Filter the list (Ctrl+Shift+F)</source>
      <translation>Saring daftar (Ctrl+Shift+F)</translation>
    </message>
    <message>
      <source>Take off all filters and the search (Ctrl+Shift+X)</source>
      <translation>Hapus semua filter dan pencarian (Ctrl+Shift+X)</translation>
    </message>
  </context>
  <context>
    <name>FilterChip</name>
    <message>
      <source>Filter: {filter}. Delete removes it.</source>
      <translation>Filter: {filter}. Tombol Delete menghapusnya.</translation>
    </message>
  </context>
  <context>
    <name>FirstStartDialog</name>
    <message>
      <source>A made-up sales office on this computer. Nothing that you do there counts.</source>
      <translation>Kantor penjualan rekaan di komputer ini. Apa pun yang Anda lakukan di sana tidak berpengaruh.</translation>
    </message>
    <message>
      <source>A new workspace on this computer</source>
      <translation>Ruang kerja baru di komputer ini</translation>
    </message>
    <message>
      <source>A saved copy of a workspace, from this computer or another one.</source>
      <translation>Salinan ruang kerja yang tersimpan, dari komputer ini atau komputer lain.</translation>
    </message>
    <message>
      <source>An empty list of customers in a file of your own, for you alone.</source>
      <translation>Daftar pelanggan kosong dalam berkas sendiri, hanya untuk Anda.</translation>
    </message>
    <message>
      <source>Connect to the company's MySQL</source>
      <translation>Sambungkan ke MySQL perusahaan</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Keluar</translation>
    </message>
    <message>
      <source>No customer gets forgotten. Choose where your customers are: the next start opens the same again.</source>
      <translation>Tidak ada pelanggan yang terlupakan. Pilih di mana pelanggan Anda berada: lain kali yang sama akan dibuka lagi.</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Pulihkan cadangan</translation>
    </message>
    <message>
      <source>Try it with sample data</source>
      <translation>Coba dengan data contoh</translation>
    </message>
    <message>
      <source>Welcome to SalesDesk</source>
      <translation>Selamat datang di SalesDesk</translation>
    </message>
    <message>
      <source>Work with your colleagues on the database of the booking application.</source>
      <translation>Bekerja bersama rekan Anda di basis data aplikasi pemesanan.</translation>
    </message>
  </context>
  <context>
    <name>FormDialog</name>
    <message>
      <source>Nothing was saved; what you typed stays here.</source>
      <translation>Tidak ada yang disimpan; yang Anda ketik tetap di sini.</translation>
    </message>
    <message>
      <source>The server is away: nothing was saved.</source>
      <translation>Server tidak terjangkau: tidak ada yang disimpan.</translation>
    </message>
    <message>
      <source>The server is away: whether this was saved is not known.</source>
      <translation>Server tidak terjangkau: belum diketahui apakah ini tersimpan.</translation>
    </message>
    <message>
      <source>What you saved before is stored; only this change of it is not.</source>
      <translation>Yang Anda simpan sebelumnya sudah tersimpan; hanya perubahan ini yang belum.</translation>
    </message>
    <message>
      <source>What you typed stays here. Save again once it is back.</source>
      <translation>Yang Anda ketik tetap di sini. Simpan lagi setelah server kembali.</translation>
    </message>
    <message>
      <source>What you typed stays here. Saving again is safe: it counts once.</source>
      <translation>Yang Anda ketik tetap di sini. Menyimpan lagi aman: hanya dihitung sekali.</translation>
    </message>
    <message>
      <source>What you typed stays here; whether your first try was saved is not known.</source>
      <translation>Yang Anda ketik tetap di sini; belum diketahui apakah percobaan pertama Anda tersimpan.</translation>
    </message>
  </context>
  <context>
    <name>FrameBar</name>
    <message>
      <source>Choose the days</source>
      <translation>Pilih hari</translation>
    </message>
    <message>
      <source>Choose whose figures</source>
      <translation>Pilih angka siapa</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Semua orang</translation>
    </message>
    <message>
      <source>Me</source>
      <translation>Saya</translation>
    </message>
    <message>
      <source>Other days…</source>
      <translation>Hari lain…</translation>
    </message>
    <message>
      <source>Some agents…</source>
      <translation>Beberapa agen…</translation>
    </message>
    <message>
      <source>{number} agents</source>
      <translation>{number} agen</translation>
    </message>
  </context>
  <context>
    <name>GiveAccessDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Give the role</source>
      <translation>Beri peran</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Peran</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Siapa</translation>
    </message>
  </context>
  <context>
    <name>GiveBackDialog</name>
    <message>
      <source>Give back and protect</source>
      <translation>Kembalikan dan lindungi</translation>
    </message>
    <message>
      <source>Give {name} back to {owner}</source>
      <translation>Kembalikan {name} kepada {owner}</translation>
    </message>
  </context>
  <context>
    <name>HandOverDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Hand over {customers}</source>
      <translation>Serahkan {customers}</translation>
    </message>
    <message>
      <source>Handing over…</source>
      <translation>Menyerahkan…</translation>
    </message>
    <message>
      <source>Nothing was handed over.</source>
      <translation>Tidak ada yang diserahkan.</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>Membaca…</translation>
    </message>
    <message>
      <source>The server is away.</source>
      <translation>Server tidak terjangkau.</translation>
    </message>
    <message>
      <source>To</source>
      <translation>Kepada</translation>
    </message>
    <message>
      <source>Whoever was handed over stays so; doing it again goes on with the rest.</source>
      <translation>Yang sudah diserahkan tetap begitu; mengulanginya melanjutkan sisanya.</translation>
    </message>
    <message>
      <source>the pool, free to claim</source>
      <translation>bursa, bebas diambil</translation>
    </message>
    <message>
      <source>{customers} go from {name} to {to}; {steps}.</source>
      <translation>{customers} pindah dari {name} ke {to}; {steps}.</translation>
    </message>
    <message>
      <source>{customers} leave {name} and can be claimed by anybody; {steps}.</source>
      <translation>{customers} meninggalkan {name} dan dapat diambil siapa saja; {steps}.</translation>
    </message>
    <message>
      <source>{title} of {name}</source>
      <translation>{title} dari {name}</translation>
    </message>
  </context>
  <context>
    <name>HandOverPanel</name>
    <message>
      <source>Available</source>
      <translation>Bebas</translation>
    </message>
    <message>
      <source>Best hours</source>
      <translation>Jam terbaik</translation>
    </message>
    <message>
      <source>Best method</source>
      <translation>Cara terbaik</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Claim</source>
      <translation>Ambil</translation>
    </message>
    <message>
      <source>Close the hand-over</source>
      <translation>Tutup serah terima</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>Tindak lanjut</translation>
    </message>
    <message>
      <source>Hand-over</source>
      <translation>Serah terima</translation>
    </message>
    <message>
      <source>Last three notes</source>
      <translation>Tiga catatan terakhir</translation>
    </message>
    <message>
      <source>Log a contact, and claim the customer with it</source>
      <translation>Catat kontak, sekaligus ambil pelanggannya</translation>
    </message>
    <message>
      <source>Log and claim</source>
      <translation>Catat + ambil</translation>
    </message>
    <message>
      <source>Log contact</source>
      <translation>Catat kontak</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Berikutnya</translation>
    </message>
    <message>
      <source>Nobody has had this customer yet.</source>
      <translation>Belum pernah ada yang memegang pelanggan ini.</translation>
    </message>
    <message>
      <source>Not claimed.</source>
      <translation>Tidak diambil.</translation>
    </message>
    <message>
      <source>Nothing was noted yet.</source>
      <translation>Belum ada catatan.</translation>
    </message>
    <message>
      <source>Orders</source>
      <translation>Pesanan</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>Sebelumnya</translation>
    </message>
    <message>
      <source>Previous owners</source>
      <translation>Pemegang sebelumnya</translation>
    </message>
    <message>
      <source>WhatsApp</source>
      <translation>WhatsApp</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>tidak diketahui</translation>
    </message>
    <message>
      <source>since {since}</source>
      <translation>sejak {since}</translation>
    </message>
    <message>
      <source>with {owner}</source>
      <translation>pada {owner}</translation>
    </message>
  </context>
  <context>
    <name>HelpDialog</name>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>No page has all of these words.</source>
      <translation>Tidak ada halaman yang memuat semua kata ini.</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>Halaman</translation>
    </message>
    <message>
      <source>Search in the guides</source>
      <translation>Cari di panduan</translation>
    </message>
    <message>
      <source>The page</source>
      <translation>Halaman</translation>
    </message>
    <message>
      <source>Words in the guides</source>
      <translation>Kata dalam panduan</translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message>
      <source>Undo</source>
      <translation>Urungkan</translation>
    </message>
  </context>
  <context>
    <name>ImportWizard</name>
    <message>
      <source>Back</source>
      <translation>Kembali</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Impor</translation>
    </message>
    <message>
      <source>Import customers</source>
      <translation>Impor pelanggan</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Berikutnya</translation>
    </message>
    <message>
      <source>Taken up again.</source>
      <translation>Dilanjutkan.</translation>
    </message>
    <message>
      <source>The import stands where it was left. Cancel puts it away.</source>
      <translation>Impor masih di tempat Anda meninggalkannya. Batal menyingkirkannya.</translation>
    </message>
  </context>
  <context>
    <name>LanguagePage</name>
    <message>
      <source>As the system: {language}</source>
      <translation>Seperti sistem: {language}</translation>
    </message>
    <message>
      <source>It counts at once: the window is made anew and stands where it stood. Numbers, dates and money are written as in the office’s country, whatever the language.</source>
      <translation>Langsung berlaku: jendela dibuat ulang dan berada di tempat yang sama. Angka, tanggal, dan uang ditulis menurut negara kantor, apa pun bahasanya.</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Bahasa</translation>
    </message>
    <message>
      <source>Language of the window</source>
      <translation>Bahasa jendela</translation>
    </message>
  </context>
  <context>
    <name>LeaveDialog</name>
    <message>
      <source>Discard</source>
      <translation>Buang</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>Stay</source>
      <translation>Tetap di sini</translation>
    </message>
    <message>
      <source>Whoever leaves now takes them along or throws them away.</source>
      <translation>Saat pergi, Anda membawanya serta atau membuangnya.</translation>
    </message>
  </context>
  <context>
    <name>LeavingPage</name>
    <message>
      <source>Who leaves next</source>
      <translation>Yang lepas berikutnya</translation>
    </message>
  </context>
  <context>
    <name>ListFooter</name>
    <message>
      <source>More for the selection</source>
      <translation>Tindakan lain untuk pilihan</translation>
    </message>
    <message>
      <source>Nothing selected</source>
      <translation>Tidak ada yang dipilih</translation>
    </message>
    <message>
      <source>{number} selected</source>
      <translation>{number} dipilih</translation>
    </message>
    <message>
      <source>{number} selected; acts take at most {most} at once</source>
      <translation>{number} dipilih; tindakan berlaku paling banyak untuk {most} sekaligus</translation>
    </message>
  </context>
  <context>
    <name>MainWindow</name>
    <message>
      <source>An administrator must give you one that may see customers. Until then SalesDesk has nothing to show you.</source>
      <translation>Administrator harus memberi Anda peran yang boleh melihat pelanggan. Sebelum itu tidak ada yang dapat ditunjukkan SalesDesk kepada Anda.</translation>
    </message>
    <message>
      <source>You have no role yet</source>
      <translation>Anda belum punya peran</translation>
    </message>
  </context>
  <context>
    <name>MappingPage</name>
    <message>
      <source>As the column tells</source>
      <translation>Seperti dikatakan kolom</translation>
    </message>
    <message>
      <source>Column {column}</source>
      <translation>Kolom {column}</translation>
    </message>
    <message>
      <source>Guessed from the table, and remembered for the next file with the same titles. Several columns may become one field: they are joined in their order.</source>
      <translation>Ditebak dari tabelnya, dan diingat untuk berkas berikutnya dengan judul yang sama. Beberapa kolom dapat menjadi satu isian: digabung menurut urutannya.</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Lewatkan</translation>
    </message>
    <message>
      <source>Order of dates in {column}</source>
      <translation>Urutan tanggal di {column}</translation>
    </message>
    <message>
      <source>Recognised: {program}</source>
      <translation>Dikenali: {program}</translation>
    </message>
    <message>
      <source>What the columns hold</source>
      <translation>Isi setiap kolom</translation>
    </message>
  </context>
  <context>
    <name>MomentField</name>
    <message>
      <source>For example yesterday, kemarin 16.00, fri 3pm, 15/12 14:30 or -3</source>
      <translation>Misalnya kemarin, kemarin 16.00, jumat 15.00, 15/12 14:30, atau -3</translation>
    </message>
    <message>
      <source>This day lies too far back.</source>
      <translation>Hari ini terlalu jauh ke belakang.</translation>
    </message>
    <message>
      <source>This moment is over: choose a later one.</source>
      <translation>Saat ini sudah lewat: pilih yang lebih kemudian.</translation>
    </message>
    <message>
      <source>This moment is still to come.</source>
      <translation>Saat ini belum tiba.</translation>
    </message>
  </context>
  <context>
    <name>Moving</name>
    <message>
      <source>More than {number} to hand over at once: choose a smaller bar.</source>
      <translation>Lebih dari {number} untuk diserahkan sekaligus: pilih batang yang lebih kecil.</translation>
    </message>
  </context>
  <context>
    <name>NavigationPane</name>
    <message>
      <source>Find</source>
      <translation>Cari</translation>
    </message>
    <message>
      <source>Find customers, screens and commands</source>
      <translation>Cari pelanggan, layar, dan perintah</translation>
    </message>
    <message>
      <source>Screens</source>
      <translation>Layar</translation>
    </message>
  </context>
  <context>
    <name>NewRoleDialog</name>
    <message>
      <source>Begins with</source>
      <translation>Berawal dengan</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Make the role</source>
      <translation>Buat peran</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>kosong</translation>
    </message>
    <message>
      <source>what {role} may</source>
      <translation>yang boleh dilakukan {role}</translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
    <message>
      <source>Next try in {seconds} s.</source>
      <translation>Percobaan berikutnya dalam {seconds} dtk.</translation>
    </message>
    <message>
      <source>Not done: the server is away. Look, and do it again, once it is back.</source>
      <translation>Tidak dilakukan: server tidak terjangkau. Lihat dulu, lalu lakukan lagi setelah server kembali.</translation>
    </message>
    <message>
      <source>Server away</source>
      <translation>Server tidak terjangkau</translation>
    </message>
    <message>
      <source>The database refused it; it is kept on this computer.</source>
      <translation>Basis data menolaknya; disimpan di komputer ini.</translation>
    </message>
    <message>
      <source>The server is back.</source>
      <translation>Server sudah kembali.</translation>
    </message>
    <message>
      <source>Try now</source>
      <translation>Coba sekarang</translation>
    </message>
    <message>
      <source>Trying…</source>
      <translation>Mencoba…</translation>
    </message>
    <message>
      <source>What you see is as last read; contacts you log are kept.</source>
      <translation>Yang Anda lihat adalah yang terakhir dibaca; kontak yang Anda catat disimpan.</translation>
    </message>
  </context>
  <context>
    <name>NotificationsDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Nothing is lost in quiet hours: what fell due is told when they end. These are this computer's settings for you; another computer reminds you by itself.</source>
      <translation>Tidak ada yang hilang selama jam tenang: yang jatuh tempo diberitahukan setelahnya. Ini pengaturan Anda di komputer ini; komputer lain mengingatkan dengan caranya sendiri.</translation>
    </message>
    <message>
      <source>Quiet from</source>
      <translation>Tenang mulai</translation>
    </message>
    <message>
      <source>Quiet hours</source>
      <translation>Jam tenang</translation>
    </message>
    <message>
      <source>Quiet hours need two different times.</source>
      <translation>Jam tenang memerlukan dua waktu yang berbeda.</translation>
    </message>
    <message>
      <source>Quiet until</source>
      <translation>Tenang sampai</translation>
    </message>
    <message>
      <source>Remind me when</source>
      <translation>Ingatkan saya ketika</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>They are told by this desktop's notifications and listed in the window.</source>
      <translation>Diberitahukan lewat notifikasi desktop ini dan tercantum di jendela.</translation>
    </message>
    <message>
      <source>They begin and end at the same time: turn them off instead.</source>
      <translation>Mulai dan berakhir pada waktu yang sama: matikan saja.</translation>
    </message>
    <message>
      <source>This desktop has no tray: they are told and listed in the window alone.</source>
      <translation>Desktop ini tidak punya baki notifikasi: diberitahukan dan tercantum hanya di jendela.</translation>
    </message>
    <message>
      <source>from</source>
      <translation>dari</translation>
    </message>
    <message>
      <source>until</source>
      <translation>sampai</translation>
    </message>
  </context>
  <context>
    <name>Odds</name>
    <message>
      <source>Changed meanwhile.</source>
      <translation>Berubah sementara itu.</translation>
    </message>
    <message>
      <source>Keep mine</source>
      <translation>Pakai milik saya</translation>
    </message>
    <message>
      <source>Somebody else wrote “{text}”.</source>
      <translation>Orang lain menulis “{text}”.</translation>
    </message>
    <message>
      <source>Take theirs</source>
      <translation>Pakai miliknya</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>kosong</translation>
    </message>
  </context>
  <context>
    <name>OpenedContactForm</name>
    <message>
      <source>Start afresh</source>
      <translation>Mulai dari awal</translation>
    </message>
    <message>
      <source>Taken up again.</source>
      <translation>Dilanjutkan.</translation>
    </message>
    <message>
      <source>This was typed on {when} and not saved.</source>
      <translation>Ini diketik pada {when} dan belum disimpan.</translation>
    </message>
  </context>
  <context>
    <name>OutboxDialog</name>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>Kontak</translation>
    </message>
    <message>
      <source>Contacts that are kept on this computer</source>
      <translation>Kontak yang disimpan di komputer ini</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Edit…</source>
      <translation>Ubah…</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Catatan</translation>
    </message>
    <message>
      <source>Nothing waits: everything is in the database.</source>
      <translation>Tidak ada yang menunggu: semuanya sudah di basis data.</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Keadaan</translation>
    </message>
    <message>
      <source>The contact with {customer} was never sent. It cannot be brought back.</source>
      <translation>Kontak dengan {customer} tidak pernah terkirim. Kontak ini tidak dapat dikembalikan.</translation>
    </message>
    <message>
      <source>The outbox cannot be read.</source>
      <translation>Kotak keluar tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>Throw away</source>
      <translation>Buang</translation>
    </message>
    <message>
      <source>Throw away…</source>
      <translation>Buang…</translation>
    </message>
    <message>
      <source>Throw this contact away?</source>
      <translation>Buang kontak ini?</translation>
    </message>
    <message>
      <source>Try now</source>
      <translation>Coba sekarang</translation>
    </message>
    <message>
      <source>Typed</source>
      <translation>Diketik</translation>
    </message>
    <message>
      <source>refused</source>
      <translation>ditolak</translation>
    </message>
    <message>
      <source>waits</source>
      <translation>menunggu</translation>
    </message>
    <message>
      <source>{waiting} wait, {refused} were refused. Each is sent once, whatever happens.</source>
      <translation>{waiting} menunggu, {refused} ditolak. Masing-masing dikirim satu kali, apa pun yang terjadi.</translation>
    </message>
  </context>
  <context>
    <name>PageList</name>
    <message>
      <source>Find a setting</source>
      <translation>Cari pengaturan</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Halaman</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Pengaturan</translation>
    </message>
    <message>
      <source>edited</source>
      <translation>diubah</translation>
    </message>
  </context>
  <context>
    <name>PairView</name>
    <message>
      <source>Both are kept</source>
      <translation>Keduanya disimpan</translation>
    </message>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+Enter</translation>
    </message>
    <message>
      <source>Field</source>
      <translation>Kolom</translation>
    </message>
    <message>
      <source>Later</source>
      <translation>Nanti</translation>
    </message>
    <message>
      <source>Link as one customer</source>
      <translation>Tautkan menjadi satu pelanggan</translation>
    </message>
    <message>
      <source>Next pair</source>
      <translation>Pasangan berikutnya</translation>
    </message>
    <message>
      <source>Not the same</source>
      <translation>Bukan orang yang sama</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Pair before</source>
      <translation>Pasangan sebelumnya</translation>
    </message>
    <message>
      <source>Swap sides</source>
      <translation>Tukar sisi</translation>
    </message>
    <message>
      <source>Who keeps the customer</source>
      <translation>Siapa yang memegang pelanggan</translation>
    </message>
    <message>
      <source>is hidden</source>
      <translation>disembunyikan</translation>
    </message>
    <message>
      <source>nothing is moved or deleted</source>
      <translation>tidak ada yang dipindah atau dihapus</translation>
    </message>
    <message>
      <source>stays</source>
      <translation>tetap</translation>
    </message>
    <message>
      <source>the same in both</source>
      <translation>sama pada keduanya</translation>
    </message>
  </context>
  <context>
    <name>PaletteDialog</name>
    <message>
      <source>Customer, screen or command</source>
      <translation>Pelanggan, layar, atau perintah</translation>
    </message>
    <message>
      <source>Find customers, screens and commands</source>
      <translation>Cari pelanggan, layar, dan perintah</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tombol</translation>
    </message>
    <message>
      <source>Nothing found.</source>
      <translation>Tidak ditemukan.</translation>
    </message>
    <message>
      <source>Screen</source>
      <translation>Layar</translation>
    </message>
    <message>
      <source>The server is away: customers cannot be found.</source>
      <translation>Server tidak terjangkau: pelanggan tidak dapat dicari.</translation>
    </message>
    <message>
      <source>Up and Down choose, Enter opens, Esc closes</source>
      <translation>Panah memilih, Enter membuka, Esc menutup</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Apa</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Di mana</translation>
    </message>
  </context>
  <context>
    <name>PanelHead</name>
    <message>
      <source>Call</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Claim</source>
      <translation>Ambil</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Catat</translation>
    </message>
    <message>
      <source>Log contact</source>
      <translation>Catat kontak</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Lainnya</translation>
    </message>
    <message>
      <source>Move to</source>
      <translation>Pindah ke</translation>
    </message>
    <message>
      <source>Move to another status (Alt+1, Alt+2, Alt+3)</source>
      <translation>Pindah ke status lain (Alt+1, Alt+2, Alt+3)</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Berikutnya</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Tindak lanjut</translation>
    </message>
    <message>
      <source>Other numbers</source>
      <translation>Nomor lain</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>Rencanakan</translation>
    </message>
    <message>
      <source>Plan the next step</source>
      <translation>Rencanakan tindak lanjut</translation>
    </message>
    <message>
      <source>Previous</source>
      <translation>Sebelumnya</translation>
    </message>
    <message>
      <source>Protected</source>
      <translation>Dilindungi</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>Disisihkan</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Sumber</translation>
    </message>
    <message>
      <source>WhatsApp</source>
      <translation>WhatsApp</translation>
    </message>
    <message>
      <source>hidden until it is claimed</source>
      <translation>tersembunyi sampai diambil</translation>
    </message>
    <message>
      <source>in no list of the day</source>
      <translation>tidak ada di daftar harian</translation>
    </message>
    <message>
      <source>in the pool, open to claim</source>
      <translation>di bursa, bebas diambil</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>tidak ada</translation>
    </message>
    <message>
      <source>none planned</source>
      <translation>belum ada</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>tidak diketahui</translation>
    </message>
    <message>
      <source>until {day}</source>
      <translation>sampai {day}</translation>
    </message>
    <message>
      <source>you</source>
      <translation>Anda</translation>
    </message>
    <message>
      <source>{owner}, since {day}</source>
      <translation>{owner}, sejak {day}</translation>
    </message>
  </context>
  <context>
    <name>PauseDialog</name>
    <message>
      <source>+1 w</source>
      <translation>+1 mg</translation>
    </message>
    <message>
      <source>+2 w</source>
      <translation>+2 mg</translation>
    </message>
    <message>
      <source>+4 w</source>
      <translation>+4 mg</translation>
    </message>
    <message>
      <source>Agent</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Choose a day.</source>
      <translation>Pilih hari.</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>It needs a reason.</source>
      <translation>Perlu alasan.</translation>
    </message>
    <message>
      <source>It replaces the one that stands until {when}.</source>
      <translation>Ini menggantikan yang berlaku sampai {when}.</translation>
    </message>
    <message>
      <source>Keep them</source>
      <translation>Tahan mereka</translation>
    </message>
    <message>
      <source>Nobody leaves anybody until {when}.</source>
      <translation>Tidak ada pelanggan yang lepas sampai {when}.</translation>
    </message>
    <message>
      <source>Nobody leaves before the end of that day; then it ends by itself.</source>
      <translation>Tidak ada yang lepas sebelum hari itu berakhir; kemudian ini berakhir sendiri.</translation>
    </message>
    <message>
      <source>Nobody leaves {name} until {when}.</source>
      <translation>Tidak ada pelanggan yang lepas dari {name} sampai {when}.</translation>
    </message>
    <message>
      <source>Nothing was done.</source>
      <translation>Tidak ada yang dilakukan.</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Alasan</translation>
    </message>
    <message>
      <source>Telling each customer's history…</source>
      <translation>Mencatat di riwayat setiap pelanggan…</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Sampai</translation>
    </message>
  </context>
  <context>
    <name>PeopleFilters</name>
    <message>
      <source>Any role</source>
      <translation>Peran apa saja</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Semua orang</translation>
    </message>
    <message>
      <source>May do nothing here</source>
      <translation>Tidak boleh apa-apa di sini</translation>
    </message>
    <message>
      <source>May do something here</source>
      <translation>Boleh melakukan sesuatu di sini</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Peran</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Keadaan</translation>
    </message>
    <message>
      <source>With a role, no account</source>
      <translation>Punya peran, tanpa akun</translation>
    </message>
    <message>
      <source>With late next steps</source>
      <translation>Dengan tindak lanjut terlambat</translation>
    </message>
    <message>
      <source>{shown} of {all} people</source>
      <translation>{shown} dari {all} orang</translation>
    </message>
  </context>
  <context>
    <name>PeopleFooter</name>
    <message>
      <source>Change role…</source>
      <translation>Ganti peran…</translation>
    </message>
    <message>
      <source>Export {number}…</source>
      <translation>Ekspor {number}…</translation>
    </message>
    <message>
      <source>Hand over {number}…</source>
      <translation>Serahkan {number}…</translation>
    </message>
    <message>
      <source>Nobody selected</source>
      <translation>Tidak ada yang dipilih</translation>
    </message>
    <message>
      <source>{name} selected</source>
      <translation>{name} dipilih</translation>
    </message>
  </context>
  <context>
    <name>PeopleScreen</name>
    <message>
      <source>Applied. It counts for everybody within a minute.</source>
      <translation>Diterapkan. Berlaku bagi semua orang dalam semenit.</translation>
    </message>
    <message>
      <source>Changed.</source>
      <translation>Diubah.</translation>
    </message>
    <message>
      <source>Clear all</source>
      <translation>Hapus semua</translation>
    </message>
    <message>
      <source>Everybody has a role already.</source>
      <translation>Semua orang sudah punya peran.</translation>
    </message>
    <message>
      <source>Find a permission</source>
      <translation>Cari izin</translation>
    </message>
    <message>
      <source>Find people</source>
      <translation>Cari pengguna</translation>
    </message>
    <message>
      <source>Give access…</source>
      <translation>Beri akses…</translation>
    </message>
    <message>
      <source>Left where they are: {names}.</source>
      <translation>Dibiarkan di tempatnya: {names}.</translation>
    </message>
    <message>
      <source>Name, e-mail, account</source>
      <translation>Nama, surel, akun</translation>
    </message>
    <message>
      <source>New role…</source>
      <translation>Peran baru…</translation>
    </message>
    <message>
      <source>Nobody fits this search</source>
      <translation>Tidak ada yang cocok dengan pencarian ini</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Pengguna</translation>
    </message>
    <message>
      <source>People and roles</source>
      <translation>Pengguna dan peran</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Hapus</translation>
    </message>
    <message>
      <source>Remove the account</source>
      <translation>Hapus akun</translation>
    </message>
    <message>
      <source>Roles</source>
      <translation>Peran</translation>
    </message>
    <message>
      <source>Take it off to see everybody.</source>
      <translation>Hapus filter untuk melihat semua orang.</translation>
    </message>
    <message>
      <source>The role {name} was made; nobody has it yet.</source>
      <translation>Peran {name} dibuat; belum ada yang memilikinya.</translation>
    </message>
    <message>
      <source>The server is away; your ticks stay.</source>
      <translation>Server tidak terjangkau; centang Anda tetap ada.</translation>
    </message>
    <message>
      <source>Whoever signs in with {account} is nobody here any more.</source>
      <translation>Siapa pun yang masuk dengan {account} tidak lagi dikenal di sini.</translation>
    </message>
    <message>
      <source>of {name}</source>
      <translation>dari {name}</translation>
    </message>
    <message>
      <source>{account} was removed.</source>
      <translation>{account} dihapus.</translation>
    </message>
    <message>
      <source>{number} may do something here</source>
      <translation>{number} boleh melakukan sesuatu di sini</translation>
    </message>
  </context>
  <context>
    <name>PeriodDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Choose the days</source>
      <translation>Pilih hari</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>First day</source>
      <translation>Hari pertama</translation>
    </message>
    <message>
      <source>Last day</source>
      <translation>Hari terakhir</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Tampilkan</translation>
    </message>
    <message>
      <source>The first day is missing.</source>
      <translation>Hari pertama belum diisi.</translation>
    </message>
    <message>
      <source>The last day is before the first.</source>
      <translation>Hari terakhir mendahului hari pertama.</translation>
    </message>
    <message>
      <source>The last day is missing.</source>
      <translation>Hari terakhir belum diisi.</translation>
    </message>
    <message>
      <source>This is more than {days}.</source>
      <translation>Ini lebih dari {days}.</translation>
    </message>
  </context>
  <context>
    <name>PermissionBox</name>
    <message>
      <source>{role}: {permission}</source>
      <translation>{role}: {permission}</translation>
    </message>
  </context>
  <context>
    <name>PersonPanel</name>
    <message>
      <source>Add</source>
      <translation>Tambah</translation>
    </message>
    <message>
      <source>All in Audit</source>
      <translation>Semua di Audit</translation>
    </message>
    <message>
      <source>Change role</source>
      <translation>Ganti peran</translation>
    </message>
    <message>
      <source>Close the panel</source>
      <translation>Tutup panel</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Database accounts</source>
      <translation>Akun basis data</translation>
    </message>
    <message>
      <source>Hand over all {number}…</source>
      <translation>Serahkan semua {number}…</translation>
    </message>
    <message>
      <source>Has no customers.</source>
      <translation>Tidak punya pelanggan.</translation>
    </message>
    <message>
      <source>In the booking application: {role}. It stays as it is.</source>
      <translation>Di aplikasi pemesanan: {role}. Itu tidak berubah.</translation>
    </message>
    <message>
      <source>Let the role count again</source>
      <translation>Berlakukan lagi peran ini</translation>
    </message>
    <message>
      <source>Next person</source>
      <translation>Orang berikutnya</translation>
    </message>
    <message>
      <source>No role in SalesDesk</source>
      <translation>Tanpa peran di SalesDesk</translation>
    </message>
    <message>
      <source>No role in the booking application.</source>
      <translation>Tanpa peran di aplikasi pemesanan.</translation>
    </message>
    <message>
      <source>None: this person cannot sign in yet.</source>
      <translation>Tidak ada: orang ini belum dapat masuk.</translation>
    </message>
    <message>
      <source>One-time code…</source>
      <translation>Kode sekali pakai…</translation>
    </message>
    <message>
      <source>Previous person</source>
      <translation>Orang sebelumnya</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Peran</translation>
    </message>
    <message>
      <source>Show them</source>
      <translation>Tampilkan</translation>
    </message>
    <message>
      <source>Sign-in</source>
      <translation>Cara masuk</translation>
    </message>
  </context>
  <context>
    <name>PipelineHeader</name>
    <message>
      <source>Log a contact with the current customer</source>
      <translation>Catat kontak dengan pelanggan yang terpilih</translation>
    </message>
    <message>
      <source>Log contact</source>
      <translation>Catat kontak</translation>
    </message>
    <message>
      <source>Move the selected cards</source>
      <translation>Pindahkan kartu yang dipilih</translation>
    </message>
    <message>
      <source>Move to</source>
      <translation>Pindah ke</translation>
    </message>
    <message>
      <source>Move to…</source>
      <translation>Pindah ke…</translation>
    </message>
    <message>
      <source>Pipeline</source>
      <translation>Alur</translation>
    </message>
    <message>
      <source>Search in the board</source>
      <translation>Cari di papan</translation>
    </message>
    <message>
      <source>Search in the board by name, company or phone</source>
      <translation>Cari di papan menurut nama, perusahaan, atau telepon</translation>
    </message>
  </context>
  <context>
    <name>PipelineScreen</name>
    <message>
      <source>Choose the card that you move.</source>
      <translation>Pilih kartu yang hendak Anda pindahkan.</translation>
    </message>
    <message>
      <source>Clear all filters</source>
      <translation>Hapus semua filter</translation>
    </message>
    <message>
      <source>Move a card: drag, or Alt+arrow keys</source>
      <translation>Pindahkan kartu: seret, atau Alt+panah</translation>
    </message>
  </context>
  <context>
    <name>PlanDialog</name>
    <message>
      <source>+1 d</source>
      <translation>+1 hr</translation>
    </message>
    <message>
      <source>+1 w</source>
      <translation>+1 mg</translation>
    </message>
    <message>
      <source>+3 d</source>
      <translation>+3 hr</translation>
    </message>
    <message>
      <source>+4 w</source>
      <translation>+4 mg</translation>
    </message>
    <message>
      <source>Choose a day.</source>
      <translation>Pilih hari.</translation>
    </message>
    <message>
      <source>Clear next step</source>
      <translation>Hapus tindak lanjut</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Tindak lanjut</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Catatan</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>Rencanakan</translation>
    </message>
    <message>
      <source>Without a contact before that day they leave their owner.</source>
      <translation>Tanpa kontak sebelum hari itu mereka lepas dari pemegangnya.</translation>
    </message>
    <message>
      <source>{when} lies after the release date of {number} customers.</source>
      <translation>{when} jatuh setelah tanggal pelepasan {number} pelanggan.</translation>
    </message>
  </context>
  <context>
    <name>PoolHeader</name>
    <message>
      <source>Claim</source>
      <translation>Ambil</translation>
    </message>
    <message>
      <source>Claim the selected customers</source>
      <translation>Ambil pelanggan yang dipilih</translation>
    </message>
    <message>
      <source>Distribute…</source>
      <translation>Bagikan…</translation>
    </message>
    <message>
      <source>Name, company, phone</source>
      <translation>Nama, perusahaan, telepon</translation>
    </message>
    <message>
      <source>Pool</source>
      <translation>Bursa</translation>
    </message>
    <message>
      <source>Search available customers by name, company or phone</source>
      <translation>Cari pelanggan bebas menurut nama, perusahaan, atau telepon</translation>
    </message>
    <message>
      <source>Share the selected customers among agents</source>
      <translation>Bagikan pelanggan yang dipilih di antara agen</translation>
    </message>
  </context>
  <context>
    <name>PoolScreen</name>
    <message>
      <source>Available customers</source>
      <translation>Pelanggan bebas</translation>
    </message>
    <message>
      <source>Choose customers of the list first.</source>
      <translation>Pilih dulu pelanggan dari daftar.</translation>
    </message>
    <message>
      <source>Clear all filters</source>
      <translation>Hapus semua filter</translation>
    </message>
    <message>
      <source>Sort by this column</source>
      <translation>Urutkan menurut kolom ini</translation>
    </message>
  </context>
  <context>
    <name>ProfileDialog</name>
    <message>
      <source>As it is kept</source>
      <translation>Seperti yang disimpan</translation>
    </message>
    <message>
      <source>How it is called here</source>
      <translation>Namanya di sini</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Save all the same</source>
      <translation>Simpan saja</translation>
    </message>
  </context>
  <context>
    <name>ProfileForms</name>
    <message>
      <source>The connection is kept on this computer.</source>
      <translation>Sambungan disimpan di komputer ini.</translation>
    </message>
    <message>
      <source>The connections of this computer cannot be kept.</source>
      <translation>Sambungan komputer ini tidak dapat disimpan.</translation>
    </message>
  </context>
  <context>
    <name>ProtectDialog</name>
    <message>
      <source>+1 w</source>
      <translation>+1 mg</translation>
    </message>
    <message>
      <source>+2 w</source>
      <translation>+2 mg</translation>
    </message>
    <message>
      <source>+4 w</source>
      <translation>+4 mg</translation>
    </message>
    <message>
      <source>A protection needs a reason.</source>
      <translation>Perlindungan memerlukan alasan.</translation>
    </message>
    <message>
      <source>Choose a day.</source>
      <translation>Pilih hari.</translation>
    </message>
    <message>
      <source>End protection</source>
      <translation>Akhiri perlindungan</translation>
    </message>
    <message>
      <source>For some this is before the day of release.</source>
      <translation>Bagi sebagian, ini sebelum hari pelepasan.</translation>
    </message>
    <message>
      <source>Protect</source>
      <translation>Lindungi</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Alasan</translation>
    </message>
    <message>
      <source>The end of that day is the earliest release; a new owner ends it.</source>
      <translation>Pelepasan paling cepat pada akhir hari itu; pemegang baru mengakhirinya.</translation>
    </message>
    <message>
      <source>This is before the day of release and changes nothing.</source>
      <translation>Ini sebelum hari pelepasan dan tidak mengubah apa-apa.</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Sampai</translation>
    </message>
    <message>
      <source>{name} leaves on {when} without a protection.</source>
      <translation>{name} lepas pada {when} tanpa perlindungan.</translation>
    </message>
    <message>
      <source>{number} of {all} leave later than that without a protection.</source>
      <translation>{number} dari {all} lepas lebih lambat daripada itu tanpa perlindungan.</translation>
    </message>
  </context>
  <context>
    <name>ProtectionsPage</name>
    <message>
      <source>Agent away…</source>
      <translation>Agen tidak masuk…</translation>
    </message>
    <message>
      <source>Away or closed</source>
      <translation>Tidak masuk atau tutup</translation>
    </message>
    <message>
      <source>Change or end…</source>
      <translation>Ubah atau akhiri…</translation>
    </message>
    <message>
      <source>End absence</source>
      <translation>Akhiri</translation>
    </message>
    <message>
      <source>Office closed…</source>
      <translation>Kantor tutup…</translation>
    </message>
    <message>
      <source>Protections</source>
      <translation>Perlindungan</translation>
    </message>
    <message>
      <source>Show later ones</source>
      <translation>Tampilkan yang kemudian</translation>
    </message>
    <message>
      <source>The customers leave as before.</source>
      <translation>Pelanggan lepas seperti sebelumnya.</translation>
    </message>
  </context>
  <context>
    <name>QAbstractSpinBox</name>
    <message>
      <source>&amp;Select All</source>
      <translation>&amp;Pilih semua</translation>
    </message>
    <message>
      <source>&amp;Step up</source>
      <translation>&amp;Naik</translation>
    </message>
    <message>
      <source>Step &amp;down</source>
      <translation>&amp;Turun</translation>
    </message>
  </context>
  <context>
    <name>QAccessibleActionInterface</name>
    <message>
      <source>Decrease</source>
      <translation>Kurangi</translation>
    </message>
    <message>
      <source>Increase</source>
      <translation>Tambah</translation>
    </message>
    <message>
      <source>Press</source>
      <translation>Tekan</translation>
    </message>
    <message>
      <source>SetFocus</source>
      <translation>Pindahkan fokus</translation>
    </message>
    <message>
      <source>ShowMenu</source>
      <translation>Tampilkan menu</translation>
    </message>
    <message>
      <source>Toggle</source>
      <translation>Ubah</translation>
    </message>
  </context>
  <context>
    <name>QFileDialog</name>
    <message>
      <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
      <translation>%1
Folder tidak ditemukan.
Pastikan nama folder benar.</translation>
    </message>
    <message>
      <source>%1
File not found.
Please verify the correct file name was given.</source>
      <translation>%1
Berkas tidak ditemukan.
Pastikan nama berkas benar.</translation>
    </message>
    <message>
      <source>%1 already exists.
Do you want to replace it?</source>
      <translation>%1 sudah ada.
Apakah Anda ingin menggantinya?</translation>
    </message>
    <message>
      <source>&amp;Choose</source>
      <translation>&amp;Pilih</translation>
    </message>
    <message>
      <source>&amp;Delete</source>
      <translation>&amp;Hapus</translation>
    </message>
    <message>
      <source>&amp;New Folder</source>
      <translation>Folder &amp;baru</translation>
    </message>
    <message>
      <source>&amp;Open</source>
      <translation>&amp;Buka</translation>
    </message>
    <message>
      <source>&amp;Rename</source>
      <translation>&amp;Ganti nama</translation>
    </message>
    <message>
      <source>&amp;Save</source>
      <translation>&amp;Simpan</translation>
    </message>
    <message>
      <source>Alias</source>
      <translation>Alias</translation>
    </message>
    <message>
      <source>All Files (*)</source>
      <translation>Semua berkas (*)</translation>
    </message>
    <message>
      <source>Are you sure you want to delete '%1'?</source>
      <translation>Apakah Anda yakin ingin menghapus '%1'?</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Kembali</translation>
    </message>
    <message>
      <source>Change to detail view mode</source>
      <translation>Ganti ke tampilan rinci</translation>
    </message>
    <message>
      <source>Change to list view mode</source>
      <translation>Ganti ke tampilan daftar</translation>
    </message>
    <message>
      <source>Could not delete directory.</source>
      <translation>Folder tidak dapat dihapus.</translation>
    </message>
    <message>
      <source>Create New Folder</source>
      <translation>Buat folder baru</translation>
    </message>
    <message>
      <source>Create a New Folder</source>
      <translation>Buat folder baru</translation>
    </message>
    <message>
      <source>Detail View</source>
      <translation>Tampilan rinci</translation>
    </message>
    <message>
      <source>Directory:</source>
      <translation>Folder:</translation>
    </message>
    <message>
      <source>Drive</source>
      <translation>Drive</translation>
    </message>
    <message>
      <source>File &amp;name:</source>
      <translation>&amp;Nama berkas:</translation>
    </message>
    <message>
      <source>File Folder</source>
      <translation>Folder berkas</translation>
    </message>
    <message>
      <source>Files</source>
      <translation>Berkas</translation>
    </message>
    <message>
      <source>Files of type:</source>
      <translation>Jenis berkas:</translation>
    </message>
    <message>
      <source>Find Directory</source>
      <translation>Cari folder</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Folder</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Maju</translation>
    </message>
    <message>
      <source>Go back</source>
      <translation>Kembali</translation>
    </message>
    <message>
      <source>Go forward</source>
      <translation>Maju</translation>
    </message>
    <message>
      <source>Go to the parent directory</source>
      <translation>Ke folder induk</translation>
    </message>
    <message>
      <source>List View</source>
      <translation>Tampilan daftar</translation>
    </message>
    <message>
      <source>List of places and bookmarks</source>
      <translation>Daftar tempat dan penanda</translation>
    </message>
    <message>
      <source>Look in:</source>
      <translation>Lihat di:</translation>
    </message>
    <message>
      <source>My Computer</source>
      <translation>Komputer saya</translation>
    </message>
    <message>
      <source>New Folder</source>
      <translation>Folder baru</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Parent Directory</source>
      <translation>Folder induk</translation>
    </message>
    <message>
      <source>Recent Places</source>
      <translation>Tempat terakhir</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Hapus</translation>
    </message>
    <message>
      <source>Save As</source>
      <translation>Simpan sebagai</translation>
    </message>
    <message>
      <source>Shortcut</source>
      <translation>Pintasan</translation>
    </message>
    <message>
      <source>Show &amp;hidden files</source>
      <translation>Tampilkan berkas &amp;tersembunyi</translation>
    </message>
    <message>
      <source>Sidebar</source>
      <translation>Bilah samping</translation>
    </message>
  </context>
  <context>
    <name>QFileSystemModel</name>
    <message>
      <source>&lt;b&gt;The name "%1" cannot be used.&lt;/b&gt;&lt;p&gt;Try using another name, with fewer characters or no punctuation marks.</source>
      <translation>&lt;b&gt;Nama "%1" tidak dapat dipakai.&lt;/b&gt;&lt;p&gt;Coba nama lain, dengan huruf lebih sedikit atau tanpa tanda baca.</translation>
    </message>
    <message>
      <source>Computer</source>
      <translation>Komputer</translation>
    </message>
    <message>
      <source>Date Modified</source>
      <translation>Tanggal diubah</translation>
    </message>
    <message>
      <source>Invalid filename</source>
      <translation>Nama berkas tidak sah</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Jenis</translation>
    </message>
    <message>
      <source>My Computer</source>
      <translation>Komputer saya</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Size</source>
      <translation>Ukuran</translation>
    </message>
    <message>
      <source>Type</source>
      <translation>Jenis</translation>
    </message>
  </context>
  <context>
    <name>QLineEdit</name>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Salin</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>&amp;Tempel</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>&amp;Ulangi</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Urungkan</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>&amp;Potong</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Hapus</translation>
    </message>
    <message>
      <source>Select All</source>
      <translation>Pilih semua</translation>
    </message>
  </context>
  <context>
    <name>QMessageBox</name>
    <message>
      <source>Hide Details...</source>
      <translation>Sembunyikan rincian...</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>Oke</translation>
    </message>
    <message>
      <source>Show Details...</source>
      <translation>Tampilkan rincian...</translation>
    </message>
  </context>
  <context>
    <name>QPlatformTheme</name>
    <message>
      <source>&amp;No</source>
      <translation>&amp;Tidak</translation>
    </message>
    <message>
      <source>&amp;Yes</source>
      <translation>&amp;Ya</translation>
    </message>
    <message>
      <source>Abort</source>
      <translation>Batalkan</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Terapkan</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Buang</translation>
    </message>
    <message>
      <source>Help</source>
      <translation>Bantuan</translation>
    </message>
    <message>
      <source>Ignore</source>
      <translation>Abaikan</translation>
    </message>
    <message>
      <source>N&amp;o to All</source>
      <translation>T&amp;idak untuk semua</translation>
    </message>
    <message>
      <source>OK</source>
      <translation>Oke</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Atur ulang</translation>
    </message>
    <message>
      <source>Restore Defaults</source>
      <translation>Kembalikan bawaan</translation>
    </message>
    <message>
      <source>Retry</source>
      <translation>Coba lagi</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>Save All</source>
      <translation>Simpan semua</translation>
    </message>
    <message>
      <source>Yes to &amp;All</source>
      <translation>Ya untuk &amp;semua</translation>
    </message>
  </context>
  <context>
    <name>QScrollBar</name>
    <message>
      <source>Bottom</source>
      <translation>Bawah</translation>
    </message>
    <message>
      <source>Left edge</source>
      <translation>Tepi kiri</translation>
    </message>
    <message>
      <source>Page down</source>
      <translation>Halaman ke bawah</translation>
    </message>
    <message>
      <source>Page left</source>
      <translation>Halaman ke kiri</translation>
    </message>
    <message>
      <source>Page right</source>
      <translation>Halaman ke kanan</translation>
    </message>
    <message>
      <source>Page up</source>
      <translation>Halaman ke atas</translation>
    </message>
    <message>
      <source>Right edge</source>
      <translation>Tepi kanan</translation>
    </message>
    <message>
      <source>Scroll down</source>
      <translation>Gulir ke bawah</translation>
    </message>
    <message>
      <source>Scroll here</source>
      <translation>Gulir ke sini</translation>
    </message>
    <message>
      <source>Scroll left</source>
      <translation>Gulir ke kiri</translation>
    </message>
    <message>
      <source>Scroll right</source>
      <translation>Gulir ke kanan</translation>
    </message>
    <message>
      <source>Scroll up</source>
      <translation>Gulir ke atas</translation>
    </message>
    <message>
      <source>Top</source>
      <translation>Atas</translation>
    </message>
  </context>
  <context>
    <name>QTabBar</name>
    <message>
      <source>Scroll Left</source>
      <translation>Gulir ke kiri</translation>
    </message>
    <message>
      <source>Scroll Right</source>
      <translation>Gulir ke kanan</translation>
    </message>
  </context>
  <context>
    <name>QWidgetTextControl</name>
    <message>
      <source>&amp;Copy</source>
      <translation>&amp;Salin</translation>
    </message>
    <message>
      <source>&amp;Paste</source>
      <translation>&amp;Tempel</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>&amp;Ulangi</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Urungkan</translation>
    </message>
    <message>
      <source>Copy &amp;Link Location</source>
      <translation>Salin alamat &amp;tautan</translation>
    </message>
    <message>
      <source>Cu&amp;t</source>
      <translation>&amp;Potong</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Hapus</translation>
    </message>
    <message>
      <source>Select All</source>
      <translation>Pilih semua</translation>
    </message>
  </context>
  <context>
    <name>QuickDays</name>
    <message>
      <source>In {days}</source>
      <translation>Dalam {days}</translation>
    </message>
  </context>
  <context>
    <name>ReleaseDialog</name>
    <message>
      <source>Days left</source>
      <translation>Sisa hari</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Optional; whoever has the customer next reads it</source>
      <translation>Boleh kosong; dibaca pemegang berikutnya</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Release</source>
      <translation>Lepas</translation>
    </message>
    <message>
      <source>Release these {number}</source>
      <translation>Lepas {number} pelanggan ini</translation>
    </message>
    <message>
      <source>The customer goes into the pool, where others may claim it. What was logged stays, and a next step stays with the customer.</source>
      <translation>Pelanggan masuk ke bursa, tempat orang lain dapat mengambilnya. Yang sudah dicatat tetap ada, dan tindak lanjut tetap pada pelanggan.</translation>
    </message>
    <message>
      <source>They go into the pool, where others may claim them. What was logged stays, and a next step stays with the customer.</source>
      <translation>Mereka masuk ke bursa, tempat orang lain dapat mengambilnya. Yang sudah dicatat tetap ada, dan tindak lanjut tetap pada pelanggan.</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Mengapa</translation>
    </message>
  </context>
  <context>
    <name>ReleaseGuardDialog</name>
    <message>
      <source>+1 w</source>
      <translation>+1 mg</translation>
    </message>
    <message>
      <source>+2 w</source>
      <translation>+2 mg</translation>
    </message>
    <message>
      <source>+4 w</source>
      <translation>+4 mg</translation>
    </message>
    <message>
      <source>Choose a day.</source>
      <translation>Pilih hari.</translation>
    </message>
    <message>
      <source>Customers released so far stay released; try again once it is back.</source>
      <translation>Pelanggan yang sudah dilepas tetap dilepas; coba lagi setelah server kembali.</translation>
    </message>
    <message>
      <source>Each customer was released once or not at all.</source>
      <translation>Setiap pelanggan dilepas satu kali atau tidak sama sekali.</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Held since {when}; nothing was released.</source>
      <translation>Ditahan sejak {when}; belum ada yang dilepas.</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Lewatkan</translation>
    </message>
    <message>
      <source>Left out of a held release</source>
      <translation>Dikecualikan dari pelepasan yang ditahan</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>Jangan sekarang</translation>
    </message>
    <message>
      <source>Nothing was released.</source>
      <translation>Tidak ada yang dilepas.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Release</source>
      <translation>Lepas</translation>
    </message>
    <message>
      <source>Release these {number}</source>
      <translation>Lepas {number} pelanggan ini</translation>
    </message>
    <message>
      <source>Release {number}, keep {staying}</source>
      <translation>Lepas {number}, pertahankan {staying}</translation>
    </message>
    <message>
      <source>Releasing…</source>
      <translation>Melepas…</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Spasi</translation>
    </message>
    <message>
      <source>Take back in</source>
      <translation>Sertakan lagi</translation>
    </message>
    <message>
      <source>The server is away.</source>
      <translation>Server tidak terjangkau.</translation>
    </message>
    <message>
      <source>They stay until</source>
      <translation>Mereka tetap sampai</translation>
    </message>
    <message>
      <source>This is the first release on this database, or an unusually large one. A team lead decides whether it is carried out.</source>
      <translation>Ini pelepasan pertama di basis data ini, atau jumlahnya luar biasa besar. Ketua tim memutuskan apakah dijalankan.</translation>
    </message>
    <message>
      <source>This is the first release on this database, or an unusually large one. Those who are called or protected before you decide stay.</source>
      <translation>Ini pelepasan pertama di basis data ini, atau jumlahnya luar biasa besar. Yang dihubungi atau dilindungi sebelum Anda memutuskan tetap pada pemegangnya.</translation>
    </message>
    <message>
      <source>Unexpected error.</source>
      <translation>Kesalahan tak terduga.</translation>
    </message>
    <message>
      <source>{number} of {all} bound customers would be released</source>
      <translation>{number} dari {all} pelanggan yang dipegang akan dilepas</translation>
    </message>
  </context>
  <context>
    <name>ReleaseLog</name>
    <message>
      <source>Any agent</source>
      <translation>Agen mana pun</translation>
    </message>
    <message>
      <source>Customer or company</source>
      <translation>Pelanggan atau perusahaan</translation>
    </message>
    <message>
      <source>Find releases</source>
      <translation>Cari pelepasan</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Dari</translation>
    </message>
    <message>
      <source>Limit</source>
      <translation>Batas</translation>
    </message>
    <message>
      <source>Release log</source>
      <translation>Log pelepasan</translation>
    </message>
    <message>
      <source>Releases</source>
      <translation>Pelepasan</translation>
    </message>
    <message>
      <source>Show older ones</source>
      <translation>Tampilkan yang lebih lama</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Kapan</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Mengapa</translation>
    </message>
    <message>
      <source>{name} is with {owner} again, with the clock as it was.</source>
      <translation>{name} ada pada {owner} lagi, dengan hitungan hari seperti sebelumnya.</translation>
    </message>
  </context>
  <context>
    <name>ReleaseNews</name>
    <message>
      <source>A shared setting cannot be read</source>
      <translation>Satu pengaturan bersama tidak dapat dibaca</translation>
    </message>
    <message>
      <source>Look at the list…</source>
      <translation>Lihat daftarnya…</translation>
    </message>
    <message>
      <source>No release is held back.</source>
      <translation>Tidak ada pelepasan yang ditahan.</translation>
    </message>
    <message>
      <source>Nobody is released until a lead has looked at the list.</source>
      <translation>Tidak ada yang dilepas sampai ketua tim melihat daftarnya.</translation>
    </message>
    <message>
      <source>Release held back: {number} of {all} customers</source>
      <translation>Pelepasan ditahan: {number} dari {all} pelanggan</translation>
    </message>
    <message>
      <source>Releases are stopped</source>
      <translation>Pelepasan dihentikan</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Tampilkan</translation>
    </message>
    <message>
      <source>The usual value counts until an administrator mends it: {faults}.</source>
      <translation>Nilai biasa berlaku sampai administrator memperbaikinya: {faults}.</translation>
    </message>
    <message>
      <source>just released</source>
      <translation>baru saja dilepas</translation>
    </message>
    <message>
      <source>{names} and {number} more</source>
      <translation>{names} dan {number} lagi</translation>
    </message>
  </context>
  <context>
    <name>ReleasePanel</name>
    <message>
      <source>Claim</source>
      <translation>Ambil</translation>
    </message>
    <message>
      <source>Give back</source>
      <translation>Kembalikan</translation>
    </message>
    <message>
      <source>Give back and protect…</source>
      <translation>Kembalikan dan lindungi…</translation>
    </message>
    <message>
      <source>Give back to {name}</source>
      <translation>Kembalikan kepada {name}</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Reading…</source>
      <translation>Membaca…</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Mengapa</translation>
    </message>
    <message>
      <source>Why was this customer released</source>
      <translation>Mengapa pelanggan ini dilepas</translation>
    </message>
  </context>
  <context>
    <name>ReminderController</name>
    <message>
      <source>Click shows them</source>
      <translation>Klik untuk menampilkannya</translation>
    </message>
    <message>
      <source>No reminders</source>
      <translation>Tidak ada pengingat</translation>
    </message>
    <message>
      <source>Reminders cannot be kept on this computer: after a restart they come again</source>
      <translation>Pengingat tidak dapat disimpan di komputer ini: setelah dimulai lagi, pengingat muncul kembali</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Tampilkan</translation>
    </message>
  </context>
  <context>
    <name>RemindersDialog</name>
    <message>
      <source>Another time…</source>
      <translation>Waktu lain…</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>Customers to be reminded of</source>
      <translation>Pelanggan yang perlu diingat</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>Singkirkan</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Follow-ups that fall due and customers about to leave you appear here.</source>
      <translation>Tindak lanjut yang jatuh tempo dan pelanggan yang hampir lepas dari Anda muncul di sini.</translation>
    </message>
    <message>
      <source>Log a contact with this customer (L)</source>
      <translation>Catat kontak dengan pelanggan ini (L)</translation>
    </message>
    <message>
      <source>Log contact</source>
      <translation>Catat kontak</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>No reminders</source>
      <translation>Tidak ada pengingat</translation>
    </message>
    <message>
      <source>Nobody needs you now</source>
      <translation>Saat ini tidak ada yang memerlukan Anda</translation>
    </message>
    <message>
      <source>Notifications…</source>
      <translation>Notifikasi…</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Put it off (S)</source>
      <translation>Tunda (S)</translation>
    </message>
    <message>
      <source>Snooze</source>
      <translation>Tunda</translation>
    </message>
    <message>
      <source>Take it out of this list (Delete)</source>
      <translation>Keluarkan dari daftar ini (Delete)</translation>
    </message>
    <message>
      <source>This desktop has no tray: reminders are told in this list alone.</source>
      <translation>Desktop ini tidak punya baki notifikasi: pengingat hanya tampil di daftar ini.</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Kapan</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Mengapa</translation>
    </message>
  </context>
  <context>
    <name>RestoreBackup</name>
    <message>
      <source>Backups (*.sqlite);;All files (*)</source>
      <translation>Cadangan (*.sqlite);;Semua berkas (*)</translation>
    </message>
    <message>
      <source>Restore a backup</source>
      <translation>Pulihkan cadangan</translation>
    </message>
    <message>
      <source>The backup was not restored. Nothing was changed.</source>
      <translation>Cadangan tidak dipulihkan. Tidak ada yang berubah.</translation>
    </message>
  </context>
  <context>
    <name>RightsWatch</name>
    <message>
      <source>I have seen it</source>
      <translation>Saya sudah melihatnya</translation>
    </message>
    <message>
      <source>On {when}, on the command line, by no administrator.</source>
      <translation>Pada {when}, lewat baris perintah, bukan oleh administrator.</translation>
    </message>
    <message>
      <source>On {when}, on the command line, by the database account {account}.</source>
      <translation>Pada {when}, lewat baris perintah, oleh akun basis data {account}.</translation>
    </message>
  </context>
  <context>
    <name>RolesPage</name>
    <message>
      <source>A person may what either role allows: the one in SalesDesk or the one in the booking application. Of the latter only SalesDesk’s own permissions change here.</source>
      <translation>Seseorang boleh melakukan yang diizinkan salah satu perannya: di SalesDesk atau di aplikasi pemesanan. Dari yang kedua, di sini hanya izin milik SalesDesk yang berubah.</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Terapkan</translation>
    </message>
    <message>
      <source>Booking application’s</source>
      <translation>Milik aplikasi pemesanan</translation>
    </message>
    <message>
      <source>Nobody would be left to manage people.</source>
      <translation>Tidak akan ada lagi yang mengelola pengguna.</translation>
    </message>
    <message>
      <source>SalesDesk’s own</source>
      <translation>Milik SalesDesk</translation>
    </message>
    <message>
      <source>What a person may do</source>
      <translation>Yang boleh dilakukan seseorang</translation>
    </message>
    <message>
      <source>You can give only what you have yourself.</source>
      <translation>Anda hanya dapat memberi yang Anda sendiri punya.</translation>
    </message>
    <message>
      <source>added</source>
      <translation>ditambah</translation>
    </message>
    <message>
      <source>inactive</source>
      <translation>tidak aktif</translation>
    </message>
    <message>
      <source>removed</source>
      <translation>dicabut</translation>
    </message>
  </context>
  <context>
    <name>RunPage</name>
    <message>
      <source>CSV (*.csv)</source>
      <translation>CSV (*.csv)</translation>
    </message>
    <message>
      <source>Importing</source>
      <translation>Mengimpor</translation>
    </message>
    <message>
      <source>Lines that were left out</source>
      <translation>Baris yang dilewatkan</translation>
    </message>
    <message>
      <source>Rows left out</source>
      <translation>Baris yang dilewatkan</translation>
    </message>
    <message>
      <source>Save the rows left out…</source>
      <translation>Simpan baris yang dilewatkan…</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Hentikan</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>Dihentikan.</translation>
    </message>
    <message>
      <source>Taken back. Customers deleted: {customers}, contacts removed: {contacts}.</source>
      <translation>Ditarik kembali. Pelanggan dihapus: {customers}, kontak dihapus: {contacts}.</translation>
    </message>
    <message>
      <source>The import did not end.</source>
      <translation>Impor tidak selesai.</translation>
    </message>
    <message>
      <source>Undo import</source>
      <translation>Tarik kembali impor</translation>
    </message>
    <message>
      <source>What is written stays, also when it is stopped; it can be taken back.</source>
      <translation>Yang sudah ditulis tetap ada, juga bila dihentikan; semuanya dapat ditarik kembali.</translation>
    </message>
    <message>
      <source>Why it was left out</source>
      <translation>Mengapa dilewatkan</translation>
    </message>
    <message>
      <source>left out.csv</source>
      <translation>dilewatkan.csv</translation>
    </message>
    <message>
      <source>{number} done…</source>
      <translation>{number} selesai…</translation>
    </message>
  </context>
  <context>
    <name>SavedViews</name>
    <message>
      <source>Delete “{name}”</source>
      <translation>Hapus “{name}”</translation>
    </message>
    <message>
      <source>Rename the view</source>
      <translation>Ganti nama tampilan</translation>
    </message>
    <message>
      <source>Rename “{name}”…</source>
      <translation>Ganti nama “{name}”…</translation>
    </message>
    <message>
      <source>Save as a view</source>
      <translation>Simpan sebagai tampilan</translation>
    </message>
    <message>
      <source>Save as a view…</source>
      <translation>Simpan sebagai tampilan…</translation>
    </message>
    <message>
      <source>Update “{name}”</source>
      <translation>Perbarui “{name}”</translation>
    </message>
    <message>
      <source>View “{name}” deleted.</source>
      <translation>Tampilan “{name}” dihapus.</translation>
    </message>
    <message>
      <source>View “{name}” saved.</source>
      <translation>Tampilan “{name}” disimpan.</translation>
    </message>
    <message>
      <source>Views</source>
      <translation>Tampilan</translation>
    </message>
    <message>
      <source>{name} (edited)</source>
      <translation>{name} (diubah)</translation>
    </message>
  </context>
  <context>
    <name>SectionExports</name>
    <message>
      <source>Copy the picture</source>
      <translation>Salin gambar</translation>
    </message>
    <message>
      <source>Figures into a file…</source>
      <translation>Angka ke berkas…</translation>
    </message>
    <message>
      <source>Save as PNG…</source>
      <translation>Simpan sebagai PNG…</translation>
    </message>
    <message>
      <source>Save as SVG…</source>
      <translation>Simpan sebagai SVG…</translation>
    </message>
    <message>
      <source>Save the picture</source>
      <translation>Simpan gambar</translation>
    </message>
    <message>
      <source>Sort by</source>
      <translation>Urutkan menurut</translation>
    </message>
    <message>
      <source>The picture is in {name}.</source>
      <translation>Gambar ada di {name}.</translation>
    </message>
    <message>
      <source>The picture is on the clipboard.</source>
      <translation>Gambar ada di papan klip.</translation>
    </message>
  </context>
  <context>
    <name>SectionView</name>
    <message>
      <source>Enter opens these rows</source>
      <translation>Enter membuka baris ini</translation>
    </message>
  </context>
  <context>
    <name>SetAsideDialog</name>
    <message>
      <source>Choose a reason or write one.</source>
      <translation>Pilih atau tulis alasannya.</translation>
    </message>
    <message>
      <source>Choose, or write one below</source>
      <translation>Pilih, atau tulis di bawah</translation>
    </message>
    <message>
      <source>In your own words, instead of a reason or beside it</source>
      <translation>Dengan kata-kata Anda, sebagai ganti atau di samping alasan</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>Tidak jadi</translation>
    </message>
    <message>
      <source>Not to be contacted</source>
      <translation>Jangan dihubungi</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Catatan</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Alasan</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>Disisihkan</translation>
    </message>
    <message>
      <source>Set aside as</source>
      <translation>Sisihkan sebagai</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Kembalikan</translation>
    </message>
  </context>
  <context>
    <name>SettingRow</name>
    <message>
      <source>Back to {was}</source>
      <translation>Kembali ke {was}</translation>
    </message>
    <message>
      <source>Changed meanwhile, now: {now}</source>
      <translation>Berubah sementara itu, sekarang: {now}</translation>
    </message>
    <message>
      <source>Changed meanwhile. </source>
      <translation>Berubah sementara itu. </translation>
    </message>
    <message>
      <source>Last changed by {name}, {when}: {before} → {after}</source>
      <translation>Terakhir diubah {name}, {when}: {before} → {after}</translation>
    </message>
    <message>
      <source>changed, was {was}</source>
      <translation>tadinya {was}</translation>
    </message>
    <message>
      <source>the command line</source>
      <translation>baris perintah</translation>
    </message>
  </context>
  <context>
    <name>SettingsScreen</name>
    <message>
      <source>A colleague changed this meanwhile: look, and save again.</source>
      <translation>Rekan mengubahnya sementara itu: lihat dulu, lalu simpan lagi.</translation>
    </message>
    <message>
      <source>Appearance</source>
      <translation>Tampilan</translation>
    </message>
    <message>
      <source>Connections</source>
      <translation>Sambungan</translation>
    </message>
    <message>
      <source>For everybody</source>
      <translation>Untuk semua orang</translation>
    </message>
    <message>
      <source>For me</source>
      <translation>Untuk saya</translation>
    </message>
    <message>
      <source>Kept on this computer</source>
      <translation>Disimpan di komputer ini</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Bahasa</translation>
    </message>
    <message>
      <source>Notifications</source>
      <translation>Notifikasi</translation>
    </message>
    <message>
      <source>Save changes</source>
      <translation>Simpan perubahan</translation>
    </message>
    <message>
      <source>Saved. It reaches every desktop within a minute.</source>
      <translation>Disimpan. Sampai di semua desktop dalam semenit.</translation>
    </message>
    <message>
      <source>The guard holds it until a team lead has confirmed the list.</source>
      <translation>Pengaman menahannya sampai ketua tim menyetujui daftarnya.</translation>
    </message>
    <message>
      <source>The next run will free customers</source>
      <translation>Putaran berikutnya akan melepas pelanggan</translation>
    </message>
    <message>
      <source>The server is away. What you typed stays; save again once it is back.</source>
      <translation>Server tidak terjangkau. Yang Anda ketik tetap ada; simpan lagi setelah server kembali.</translation>
    </message>
    <message>
      <source>To be read: changing needs the permission “policy:edit”</source>
      <translation>Hanya dibaca: mengubahnya memerlukan izin “policy:edit”</translation>
    </message>
    <message>
      <source>With these settings the next run frees {people}.</source>
      <translation>Dengan pengaturan ini putaran berikutnya melepas {people}.</translation>
    </message>
    <message>
      <source>{changes}. Reaches every desktop within a minute.</source>
      <translation>{changes}. Sampai di semua desktop dalam semenit.</translation>
    </message>
  </context>
  <context>
    <name>SeveralPeopleDialog</name>
    <message>
      <source>Agent</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>Agents</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Find an agent</source>
      <translation>Cari agen</translation>
    </message>
    <message>
      <source>Name of an agent</source>
      <translation>Nama agen</translation>
    </message>
    <message>
      <source>Whose figures</source>
      <translation>Angka siapa</translation>
    </message>
    <message>
      <source>chosen</source>
      <translation>dipilih</translation>
    </message>
    <message>
      <source>not chosen</source>
      <translation>tidak dipilih</translation>
    </message>
  </context>
  <context>
    <name>SharedPageView</name>
    <message>
      <source>All in Audit</source>
      <translation>Semua di Audit</translation>
    </message>
    <message>
      <source>Last changes</source>
      <translation>Perubahan terakhir</translation>
    </message>
    <message>
      <source>Limits</source>
      <translation>Batas</translation>
    </message>
    <message>
      <source>Nobody has changed anything on this page.</source>
      <translation>Belum ada yang mengubah apa pun di halaman ini.</translation>
    </message>
    <message>
      <source>One limit for all</source>
      <translation>Satu batas untuk semua</translation>
    </message>
    <message>
      <source>One per status</source>
      <translation>Satu per status</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Apa</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Kapan</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Siapa</translation>
    </message>
  </context>
  <context>
    <name>ShortcutsDialog</name>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Perintah</translation>
    </message>
    <message>
      <source>Command or key</source>
      <translation>Perintah atau tombol</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Find a shortcut</source>
      <translation>Cari pintasan</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tombol</translation>
    </message>
    <message>
      <source>Where</source>
      <translation>Di mana</translation>
    </message>
  </context>
  <context>
    <name>SignInDialog</name>
    <message>
      <source>An administrator makes the code; it is good once, for a day.</source>
      <translation>Administrator membuatkan kodenya; berlaku sekali, selama satu hari.</translation>
    </message>
    <message>
      <source>Code</source>
      <translation>Kode</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>Surel</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>I have a one-time code</source>
      <translation>Saya punya kode sekali pakai</translation>
    </message>
    <message>
      <source>I have a password</source>
      <translation>Saya punya kata sandi</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Keluar</translation>
    </message>
    <message>
      <source>New password</source>
      <translation>Kata sandi baru</translation>
    </message>
    <message>
      <source>Once more</source>
      <translation>Sekali lagi</translation>
    </message>
    <message>
      <source>Password</source>
      <translation>Kata sandi</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Masuk</translation>
    </message>
    <message>
      <source>The code is missing.</source>
      <translation>Kodenya belum diisi.</translation>
    </message>
    <message>
      <source>The e-mail address is missing.</source>
      <translation>Alamat surel belum diisi.</translation>
    </message>
    <message>
      <source>The new password is missing.</source>
      <translation>Kata sandi baru belum diisi.</translation>
    </message>
    <message>
      <source>The password is missing.</source>
      <translation>Kata sandi belum diisi.</translation>
    </message>
    <message>
      <source>The two passwords differ.</source>
      <translation>Kedua kata sandi berbeda.</translation>
    </message>
    <message>
      <source>You are not signed in.</source>
      <translation>Anda belum masuk.</translation>
    </message>
  </context>
  <context>
    <name>SnoozeDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Put off</source>
      <translation>Tunda</translation>
    </message>
    <message>
      <source>This moment is over: choose a later one.</source>
      <translation>Saat ini sudah lewat: pilih yang lebih kemudian.</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Sampai</translation>
    </message>
  </context>
  <context>
    <name>StartupFlow</name>
    <message>
      <source>Making sample data…</source>
      <translation>Membuat data contoh…</translation>
    </message>
    <message>
      <source>Opening {profile}…</source>
      <translation>Membuka {profile}…</translation>
    </message>
  </context>
  <context>
    <name>StateStack</name>
    <message>
      <source>Loading</source>
      <translation>Memuat</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Coba lagi</translation>
    </message>
  </context>
  <context>
    <name>StatusBar</name>
    <message>
      <source>Last release run</source>
      <translation>Putaran pelepasan terakhir</translation>
    </message>
    <message>
      <source>Outbox</source>
      <translation>Kotak keluar</translation>
    </message>
    <message>
      <source>Reminders</source>
      <translation>Pengingat</translation>
    </message>
    <message>
      <source>Server</source>
      <translation>Server</translation>
    </message>
    <message>
      <source>Signed in</source>
      <translation>Masuk sebagai</translation>
    </message>
  </context>
  <context>
    <name>StatusChip</name>
    <message>
      <source>Status: {text}</source>
      <translation>Status: {text}</translation>
    </message>
  </context>
  <context>
    <name>StatusLine</name>
    <message>
      <source>No release run yet</source>
      <translation>Belum ada pelepasan</translation>
    </message>
    <message>
      <source>Outbox empty</source>
      <translation>Kotak keluar kosong</translation>
    </message>
    <message>
      <source>Outbox: {number} refused</source>
      <translation>Kotak keluar: {number} ditolak</translation>
    </message>
    <message>
      <source>Release held back: {number} customers wait for a lead</source>
      <translation>Pelepasan ditahan: {number} pelanggan menunggu ketua tim</translation>
    </message>
    <message>
      <source>Release run {when} · freed {number}</source>
      <translation>Pelepasan {when} · {number} lepas</translation>
    </message>
    <message>
      <source>Release run {when} · held back</source>
      <translation>Pelepasan {when} · ditahan</translation>
    </message>
    <message>
      <source>Release run {when} · stopped</source>
      <translation>Pelepasan {when} · dihentikan</translation>
    </message>
    <message>
      <source>no role yet</source>
      <translation>belum ada peran</translation>
    </message>
    <message>
      <source>{server} away</source>
      <translation>{server} tidak terjangkau</translation>
    </message>
    <message>
      <source>{server} away since {since}</source>
      <translation>{server} tidak terjangkau sejak {since}</translation>
    </message>
    <message>
      <source>{server} · {number} ms</source>
      <translation>{server} · {number} md</translation>
    </message>
    <message>
      <source>{when}, on {host}</source>
      <translation>{when}, di {host}</translation>
    </message>
  </context>
  <context>
    <name>Steps</name>
    <message>
      <source>Result of the test</source>
      <translation>Hasil pengujian</translation>
    </message>
  </context>
  <context>
    <name>SumLines</name>
    <message>
      <source>Sums: {table}</source>
      <translation>Jumlah: {table}</translation>
    </message>
  </context>
  <context>
    <name>TablePlace</name>
    <message>
      <source>At most {number} rows are copied at once.</source>
      <translation>Paling banyak {number} baris disalin sekaligus.</translation>
    </message>
  </context>
  <context>
    <name>TakenLine</name>
    <message>
      <source>Already known.</source>
      <translation>Sudah dikenal.</translation>
    </message>
    <message>
      <source>Claim instead</source>
      <translation>Ambil saja</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
  </context>
  <context>
    <name>TargetDialog</name>
    <message>
      <source>A day</source>
      <translation>Per hari</translation>
    </message>
    <message>
      <source>A week</source>
      <translation>Per minggu</translation>
    </message>
    <message>
      <source>An agent with a target of their own keeps that.</source>
      <translation>Agen yang punya target sendiri tetap memakai targetnya.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>How many contacts. An empty field sets no target. {counting}</source>
      <translation>Berapa kontak. Isian kosong tidak menetapkan target. {counting}</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>The target of {name} is set.</source>
      <translation>Target {name} ditetapkan.</translation>
    </message>
    <message>
      <source>{name} has no target of its own any more.</source>
      <translation>{name} tidak lagi punya target sendiri.</translation>
    </message>
  </context>
  <context>
    <name>TargetsPage</name>
    <message>
      <source>Set target…</source>
      <translation>Tetapkan target…</translation>
    </message>
    <message>
      <source>Targets</source>
      <translation>Target</translation>
    </message>
  </context>
  <context>
    <name>TeamCounts</name>
    <message>
      <source>30 days</source>
      <translation>30 hari</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Semua</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Customers by state</source>
      <translation>Pelanggan menurut keadaan</translation>
    </message>
    <message>
      <source>Customers by state and day</source>
      <translation>Pelanggan menurut keadaan dan hari</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Hari</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Bagian</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Keadaan</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Siapa</translation>
    </message>
  </context>
  <context>
    <name>TeamRows</name>
    <message>
      <source>All states</source>
      <translation>Semua keadaan</translation>
    </message>
    <message>
      <source>Back to the counts (Esc)</source>
      <translation>Kembali ke jumlah (Esc)</translation>
    </message>
    <message>
      <source>State</source>
      <translation>Keadaan</translation>
    </message>
  </context>
  <context>
    <name>TeamScreen</name>
    <message>
      <source>Duplicates</source>
      <translation>Duplikat</translation>
    </message>
    <message>
      <source>Every customer stands here in exactly one state as soon as there is one.</source>
      <translation>Setiap pelanggan ada di sini, tepat dalam satu keadaan, begitu ada pelanggan.</translation>
    </message>
    <message>
      <source>Leaving next</source>
      <translation>Lepas berikutnya</translation>
    </message>
    <message>
      <source>No customers yet</source>
      <translation>Belum ada pelanggan</translation>
    </message>
    <message>
      <source>Nobody forgotten</source>
      <translation>Tidak ada yang terlupakan</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>Ikhtisar</translation>
    </message>
    <message>
      <source>Protections</source>
      <translation>Perlindungan</translation>
    </message>
    <message>
      <source>Release log</source>
      <translation>Log pelepasan</translation>
    </message>
    <message>
      <source>Targets</source>
      <translation>Target</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Tim</translation>
    </message>
  </context>
  <context>
    <name>TemplateDialog</name>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Edit template</source>
      <translation>Ubah templat</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Bahasa</translation>
    </message>
    <message>
      <source>New template</source>
      <translation>Templat baru</translation>
    </message>
    <message>
      <source>Preview</source>
      <translation>Pratinjau</translation>
    </message>
    <message>
      <source>Put this field into the text</source>
      <translation>Masukkan isian ini ke dalam teks</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Teks</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Judul</translation>
    </message>
  </context>
  <context>
    <name>TemplatesDialog</name>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Ubah</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Tombol</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Bahasa</translation>
    </message>
    <message>
      <source>Message templates</source>
      <translation>Templat pesan</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>Pindahkan ke bawah</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>Pindahkan ke atas</translation>
    </message>
    <message>
      <source>New template</source>
      <translation>Templat baru</translation>
    </message>
    <message>
      <source>No template yet. A new one is offered at every WhatsApp button.</source>
      <translation>Belum ada templat. Templat baru ditawarkan di setiap tombol WhatsApp.</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>Tidak ada yang diubah.</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Hapus</translation>
    </message>
    <message>
      <source>Shared by everybody who writes by WhatsApp.</source>
      <translation>Dipakai bersama oleh semua yang menulis lewat WhatsApp.</translation>
    </message>
    <message>
      <source>Template</source>
      <translation>Templat</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Teks</translation>
    </message>
    <message>
      <source>The order was changed.</source>
      <translation>Urutannya diubah.</translation>
    </message>
    <message>
      <source>The templates could not be read.</source>
      <translation>Templat tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Urungkan</translation>
    </message>
    <message>
      <source>“{title}” is offered from now on.</source>
      <translation>“{title}” ditawarkan mulai sekarang.</translation>
    </message>
    <message>
      <source>“{title}” was changed.</source>
      <translation>“{title}” diubah.</translation>
    </message>
    <message>
      <source>“{title}” was removed.</source>
      <translation>“{title}” dihapus.</translation>
    </message>
  </context>
  <context>
    <name>TodayFilters</name>
    <message>
      <source>Choose whose day is shown</source>
      <translation>Pilih hari siapa yang ditampilkan</translation>
    </message>
    <message>
      <source>Clear all</source>
      <translation>Hapus semua</translation>
    </message>
    <message>
      <source>Everybody</source>
      <translation>Semua orang</translation>
    </message>
    <message>
      <source>Filter</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Me</source>
      <translation>Saya</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Show everybody's day</source>
      <translation>Tampilkan hari semua orang</translation>
    </message>
  </context>
  <context>
    <name>TodayHeader</name>
    <message>
      <source>Log a contact with the current customer</source>
      <translation>Catat kontak dengan pelanggan yang terpilih</translation>
    </message>
    <message>
      <source>Log contact</source>
      <translation>Catat kontak</translation>
    </message>
    <message>
      <source>Search in Today</source>
      <translation>Cari di Hari ini</translation>
    </message>
    <message>
      <source>Search in Today by name, company or phone</source>
      <translation>Cari di Hari ini menurut nama, perusahaan, atau telepon</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hari ini</translation>
    </message>
  </context>
  <context>
    <name>TodayScreen</name>
    <message>
      <source>Choose the customer whose contact you log.</source>
      <translation>Pilih pelanggan yang kontaknya hendak Anda catat.</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Kosongkan pencarian</translation>
    </message>
    <message>
      <source>For a calendar: overdue, due today and planned.</source>
      <translation>Untuk kalender: terlambat, jatuh tempo hari ini, dan direncanakan.</translation>
    </message>
    <message>
      <source>Import…</source>
      <translation>Impor…</translation>
    </message>
    <message>
      <source>Look in the pool</source>
      <translation>Lihat di bursa</translation>
    </message>
    <message>
      <source>New customer</source>
      <translation>Pelanggan baru</translation>
    </message>
    <message>
      <source>Next steps</source>
      <translation>Tindak lanjut</translation>
    </message>
    <message>
      <source>Plan next steps</source>
      <translation>Rencanakan tindak lanjut</translation>
    </message>
    <message>
      <source>their agents</source>
      <translation>agen mereka</translation>
    </message>
  </context>
  <context>
    <name>TodayView</name>
    <message>
      <source>Customers of today</source>
      <translation>Pelanggan hari ini</translation>
    </message>
  </context>
  <context>
    <name>TouchedAgents</name>
    <message>
      <source>Agents most touched</source>
      <translation>Agen yang paling terdampak</translation>
    </message>
  </context>
  <context>
    <name>UnsavedBar</name>
    <message>
      <source>Ctrl+S</source>
      <translation>Ctrl+S</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>Buang</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Not saved.</source>
      <translation>Belum disimpan.</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>Menyimpan…</translation>
    </message>
  </context>
  <context>
    <name>ValuesPage</name>
    <message>
      <source>Contacts without a method were</source>
      <translation>Kontak tanpa cara dilakukan lewat</translation>
    </message>
    <message>
      <source>Contacts without an outcome were</source>
      <translation>Kontak tanpa hasil ternyata</translation>
    </message>
    <message>
      <source>Each date is a contact, even where the line says no more</source>
      <translation>Setiap tanggal adalah kontak, juga bila barisnya tidak berkata lebih</translation>
    </message>
    <message>
      <source>Guessed, and remembered for the next file. What means nothing stays empty.</source>
      <translation>Ditebak, dan diingat untuk berkas berikutnya. Yang tidak berarti apa-apa tetap kosong.</translation>
    </message>
    <message>
      <source>Leave them out</source>
      <translation>Lewatkan</translation>
    </message>
    <message>
      <source>Nothing of ours</source>
      <translation>Bukan milik kita</translation>
    </message>
    <message>
      <source>The file could not be looked through.</source>
      <translation>Berkas tidak dapat ditelusuri.</translation>
    </message>
    <message>
      <source>What the words mean</source>
      <translation>Arti kata-kata</translation>
    </message>
    <message>
      <source>What {word} means</source>
      <translation>Arti {word}</translation>
    </message>
    <message>
      <source>{word} ({count})</source>
      <translation>{word} ({count})</translation>
    </message>
  </context>
  <context>
    <name>ViewNameDialog</name>
    <message>
      <source>A view needs a name.</source>
      <translation>Tampilan memerlukan nama.</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Batal</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>The view with this name is replaced.</source>
      <translation>Tampilan dengan nama ini akan diganti.</translation>
    </message>
    <message>
      <source>This is the name of a view that everybody has.</source>
      <translation>Ini nama tampilan yang dimiliki semua orang.</translation>
    </message>
  </context>
  <context>
    <name>WhatsAppPopover</name>
    <message>
      <source>As the template</source>
      <translation>Seperti templat</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Tutup</translation>
    </message>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+Enter</translation>
    </message>
    <message>
      <source>Filled-in parts are underlined</source>
      <translation>Bagian yang terisi digarisbawahi</translation>
    </message>
    <message>
      <source>Find a template</source>
      <translation>Cari templat</translation>
    </message>
    <message>
      <source>Language of the message</source>
      <translation>Bahasa pesan</translation>
    </message>
    <message>
      <source>Manage templates</source>
      <translation>Kelola templat</translation>
    </message>
    <message>
      <source>Message</source>
      <translation>Pesan</translation>
    </message>
    <message>
      <source>No template has these words.</source>
      <translation>Tidak ada templat dengan kata-kata ini.</translation>
    </message>
    <message>
      <source>Open WhatsApp</source>
      <translation>Buka WhatsApp</translation>
    </message>
    <message>
      <source>Open and log</source>
      <translation>Buka dan catat</translation>
    </message>
    <message>
      <source>Templates</source>
      <translation>Templat</translation>
    </message>
    <message>
      <source>The text becomes the note of the contact</source>
      <translation>Teksnya menjadi catatan kontak</translation>
    </message>
    <message>
      <source>WhatsApp to {name}</source>
      <translation>WhatsApp ke {name}</translation>
    </message>
    <message>
      <source>as it will be sent; change what you like</source>
      <translation>seperti akan dikirim; ubah sesuka Anda</translation>
    </message>
  </context>
  <context>
    <name>WhoAmIDialog</name>
    <message>
      <source>E-mail</source>
      <translation>Surel</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Keluar</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Nobody is here yet: you become this workspace's administrator.</source>
      <translation>Belum ada siapa-siapa: Anda menjadi administrator ruang kerja ini.</translation>
    </message>
    <message>
      <source>Nobody was added.</source>
      <translation>Tidak ada yang ditambahkan.</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Pengguna</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Peran</translation>
    </message>
    <message>
      <source>Start</source>
      <translation>Mulai</translation>
    </message>
    <message>
      <source>The name is missing.</source>
      <translation>Nama belum diisi.</translation>
    </message>
    <message>
      <source>What you do here is noted under your name.</source>
      <translation>Yang Anda lakukan di sini dicatat atas nama Anda.</translation>
    </message>
    <message>
      <source>Your name</source>
      <translation>Nama Anda</translation>
    </message>
    <message>
      <source>no role yet</source>
      <translation>belum ada peran</translation>
    </message>
  </context>
  <context>
    <name>WindowController</name>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Urungkan</translation>
    </message>
    <message>
      <source>Red&amp;o</source>
      <translation>Ulan&amp;gi</translation>
    </message>
    <message>
      <source>Show outbox</source>
      <translation>Tampilkan kotak keluar</translation>
    </message>
    <message>
      <source>The customer</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>This customer is gone: another application deleted it.</source>
      <translation>Pelanggan ini sudah tidak ada: dihapus aplikasi lain.</translation>
    </message>
    <message>
      <source>{number} copied with headers.</source>
      <translation>{number} disalin dengan judul kolom.</translation>
    </message>
  </context>
  <context>
    <name>WindowFrame</name>
    <message>
      <source>Loading</source>
      <translation>Memuat</translation>
    </message>
  </context>
  <context>
    <name>Work</name>
    <message>
      <source>An unexpected error occurred; it is in the log.</source>
      <translation>Terjadi kesalahan tak terduga; tercatat dalam log.</translation>
    </message>
    <message>
      <source>The server is away: {message} Try again once it is back; nothing is doubled.</source>
      <translation>Server tidak terjangkau: {message} Coba lagi setelah server kembali; tidak ada yang menjadi ganda.</translation>
    </message>
  </context>
  <context>
    <name>_Account</name>
    <message>
      <source>Remove the account {account}</source>
      <translation>Hapus akun {account}</translation>
    </message>
  </context>
  <context>
    <name>_CommandLine</name>
    <message>
      <source>Command</source>
      <translation>Perintah</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Salin</translation>
    </message>
  </context>
  <context>
    <name>_Program</name>
    <message>
      <source>Your role was changed. This window shows what you may do now.</source>
      <translation>Peran Anda diubah. Jendela ini menampilkan yang boleh Anda lakukan sekarang.</translation>
    </message>
  </context>
  <context>
    <name>_Sentence</name>
    <message>
      <source>Not: {what}</source>
      <translation>Bukan: {what}</translation>
    </message>
  </context>
  <context>
    <name>_Value</name>
    <message>
      <source>more</source>
      <translation>selengkapnya</translation>
    </message>
  </context>
  <context>
    <name>about</name>
    <message>
      <source>About SalesDesk</source>
      <translation>Tentang SalesDesk</translation>
    </message>
  </context>
  <context>
    <name>activity</name>
    <message>
      <source>95 % interval</source>
      <translation>selang 95 %</translation>
    </message>
    <message>
      <source>Agent</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>Agent and method</source>
      <translation>Agen dan cara</translation>
    </message>
    <message>
      <source>Agents</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>Agents may claim as many customers as they like.</source>
      <translation>Agen boleh mengambil pelanggan sebanyak yang mereka mau.</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Semua</translation>
    </message>
    <message>
      <source>All contacts</source>
      <translation>Semua kontak</translation>
    </message>
    <message>
      <source>As of now, whatever days are chosen.</source>
      <translation>Per sekarang, hari mana pun yang dipilih.</translation>
    </message>
    <message>
      <source>Attempts</source>
      <translation>Percobaan</translation>
    </message>
    <message>
      <source>Attempts until the first success</source>
      <translation>Percobaan sampai berhasil pertama</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Sebelum</translation>
    </message>
    <message>
      <source>Best method by source</source>
      <translation>Cara terbaik menurut sumber</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Oleh</translation>
    </message>
    <message>
      <source>Came at least to</source>
      <translation>Sampai setidaknya di</translation>
    </message>
    <message>
      <source>Capacity</source>
      <translation>Daya tampung</translation>
    </message>
    <message>
      <source>Choose another range, other people, or take off filters.</source>
      <translation>Pilih rentang lain, orang lain, atau hapus filter.</translation>
    </message>
    <message>
      <source>Choose other people, or take off filters.</source>
      <translation>Pilih orang lain, atau hapus filter.</translation>
    </message>
    <message>
      <source>Claimed</source>
      <translation>Diambil</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Bandingkan</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kontak</translation>
    </message>
    <message>
      <source>Contacts and target</source>
      <translation>Kontak dan target</translation>
    </message>
    <message>
      <source>Contacts before</source>
      <translation>Kontak sebelumnya</translation>
    </message>
    <message>
      <source>Contacts by hour</source>
      <translation>Kontak menurut jam</translation>
    </message>
    <message>
      <source>Contacts by method</source>
      <translation>Kontak menurut cara</translation>
    </message>
    <message>
      <source>Contacts by status</source>
      <translation>Kontak menurut status</translation>
    </message>
    <message>
      <source>Contacts by week</source>
      <translation>Kontak menurut minggu</translation>
    </message>
    <message>
      <source>Contacts of the last 14 days are left out: it is too early.</source>
      <translation>Kontak 14 hari terakhir tidak dihitung: masih terlalu dini.</translation>
    </message>
    <message>
      <source>Contacts per customer</source>
      <translation>Kontak per pelanggan</translation>
    </message>
    <message>
      <source>Conversion</source>
      <translation>Konversi</translation>
    </message>
    <message>
      <source>Conversion before</source>
      <translation>Konversi sebelumnya</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Customers by owner and stage</source>
      <translation>Pelanggan menurut pemegang dan tahap</translation>
    </message>
    <message>
      <source>Customers by source and stage</source>
      <translation>Pelanggan menurut sumber dan tahap</translation>
    </message>
    <message>
      <source>Customers claimed and lost to inactivity</source>
      <translation>Pelanggan diambil dan lepas karena tidak dihubungi</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Hari</translation>
    </message>
    <message>
      <source>Days since the last contact</source>
      <translation>Hari sejak kontak terakhir</translation>
    </message>
    <message>
      <source>Days that are not over are left out.</source>
      <translation>Hari yang belum selesai tidak dihitung.</translation>
    </message>
    <message>
      <source>Delivered</source>
      <translation>Diantar</translation>
    </message>
    <message>
      <source>Distance from the median</source>
      <translation>Jarak dari median</translation>
    </message>
    <message>
      <source>Down</source>
      <translation>Turun</translation>
    </message>
    <message>
      <source>Due today</source>
      <translation>Jatuh tempo hari ini</translation>
    </message>
    <message>
      <source>Engagement</source>
      <translation>Keterlibatan</translation>
    </message>
    <message>
      <source>Enter or a click opens these {number}</source>
      <translation>Enter atau klik membuka {number} ini</translation>
    </message>
    <message numerus="yes">
      <source>Enter or a click opens this order</source>
      <comment>Enter or a click opens these {number} orders</comment>
      <translation>
        <numerusform>Enter atau klik membuka {number} pesanan ini</numerusform>
      </translation>
    </message>
    <message>
      <source>Figure</source>
      <translation>Angka</translation>
    </message>
    <message>
      <source>Follow-ups kept</source>
      <translation>Tindak lanjut ditepati</translation>
    </message>
    <message>
      <source>Follow-ups that were due</source>
      <translation>Tindak lanjut yang jatuh tempo</translation>
    </message>
    <message>
      <source>Followed</source>
      <translation>Diikuti</translation>
    </message>
    <message>
      <source>Free for</source>
      <translation>Bebas selama</translation>
    </message>
    <message>
      <source>From cold to won</source>
      <translation>Dari dingin sampai deal</translation>
    </message>
    <message>
      <source>From the median</source>
      <translation>Dari median</translation>
    </message>
    <message>
      <source>From {lowest} to {highest} customers, median {median}, among {agents} who may hold some.</source>
      <translation>Dari {lowest} sampai {highest} pelanggan, median {median}, di antara {agents} yang boleh memegang.</translation>
    </message>
    <message>
      <source>Had the customer</source>
      <translation>Memegang pelanggan</translation>
    </message>
    <message>
      <source>Idle</source>
      <translation>Tanpa kontak</translation>
    </message>
    <message>
      <source>In the pool</source>
      <translation>Di bursa</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Ditepati</translation>
    </message>
    <message>
      <source>Kept, share</source>
      <translation>Ditepati, bagian</translation>
    </message>
    <message>
      <source>Kept: somebody contacted the customer on the day. Credited to whoever planned it.</source>
      <translation>Ditepati: seseorang menghubungi pelanggan pada hari itu. Dihitung bagi yang merencanakannya.</translation>
    </message>
    <message>
      <source>Known</source>
      <translation>Dikenal</translation>
    </message>
    <message>
      <source>Known since {day}.</source>
      <translation>Dikenal sejak {day}.</translation>
    </message>
    <message>
      <source>Last 30 days</source>
      <translation>30 hari terakhir</translation>
    </message>
    <message>
      <source>Last 7 days</source>
      <translation>7 hari terakhir</translation>
    </message>
    <message>
      <source>Last 90 days</source>
      <translation>90 hari terakhir</translation>
    </message>
    <message>
      <source>Last contact</source>
      <translation>Kontak terakhir</translation>
    </message>
    <message>
      <source>Last interaction</source>
      <translation>Interaksi terakhir</translation>
    </message>
    <message>
      <source>Left</source>
      <translation>Sisa</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>Lepas</translation>
    </message>
    <message>
      <source>Median, days</source>
      <translation>Median, hari</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Cara</translation>
    </message>
    <message>
      <source>Method and hour</source>
      <translation>Cara dan jam</translation>
    </message>
    <message>
      <source>Method and status</source>
      <translation>Cara dan status</translation>
    </message>
    <message>
      <source>Method and what followed</source>
      <translation>Cara dan kelanjutannya</translation>
    </message>
    <message>
      <source>Methods</source>
      <translation>Cara</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>Terlewat</translation>
    </message>
    <message>
      <source>Missing</source>
      <translation>Kurang</translation>
    </message>
    <message>
      <source>Moved down</source>
      <translation>Turun tahap</translation>
    </message>
    <message>
      <source>Moved up</source>
      <translation>Naik tahap</translation>
    </message>
    <message>
      <source>Moves are known from {day} on.</source>
      <translation>Perpindahan diketahui mulai {day}.</translation>
    </message>
    <message>
      <source>Moves on the pipeline</source>
      <translation>Perpindahan di alur</translation>
    </message>
    <message>
      <source>Moves out of each stage</source>
      <translation>Perpindahan keluar dari tiap tahap</translation>
    </message>
    <message>
      <source>Never contacted, by owner</source>
      <translation>Belum pernah dihubungi, menurut pemegang</translation>
    </message>
    <message>
      <source>Never contacted, by source</source>
      <translation>Belum pernah dihubungi, menurut sumber</translation>
    </message>
    <message>
      <source>Next steps</source>
      <translation>Tindak lanjut</translation>
    </message>
    <message>
      <source>No cap is set</source>
      <translation>Tidak ada batas</translation>
    </message>
    <message>
      <source>No customer has been in one stage for 30 days.</source>
      <translation>Tidak ada pelanggan yang 30 hari di satu tahap.</translation>
    </message>
    <message>
      <source>No follow-up was due in these days</source>
      <translation>Tidak ada tindak lanjut yang jatuh tempo di hari-hari ini</translation>
    </message>
    <message>
      <source>No move has been recorded yet.</source>
      <translation>Belum ada perpindahan yang tercatat.</translation>
    </message>
    <message>
      <source>No next step</source>
      <translation>Tanpa tindak lanjut</translation>
    </message>
    <message>
      <source>No order was won in these days</source>
      <translation>Tidak ada pesanan yang didapat di hari-hari ini</translation>
    </message>
    <message>
      <source>No such customers</source>
      <translation>Tidak ada pelanggan seperti itu</translation>
    </message>
    <message>
      <source>Nobody has such customers</source>
      <translation>Tidak ada yang punya pelanggan seperti itu</translation>
    </message>
    <message>
      <source>Nobody is stuck</source>
      <translation>Tidak ada yang tertahan</translation>
    </message>
    <message>
      <source>Nobody leaves</source>
      <translation>Tidak ada yang lepas</translation>
    </message>
    <message>
      <source>Nobody of these may hold customers.</source>
      <translation>Tidak seorang pun dari mereka boleh memegang pelanggan.</translation>
    </message>
    <message>
      <source>Nobody would be released in the next 30 days.</source>
      <translation>Tidak ada yang akan dilepas dalam 30 hari ke depan.</translation>
    </message>
    <message>
      <source>Nobody would be released in the next 7 days.</source>
      <translation>Tidak ada yang akan dilepas dalam 7 hari ke depan.</translation>
    </message>
    <message>
      <source>Not known</source>
      <translation>Tidak diketahui</translation>
    </message>
    <message>
      <source>Nothing in these days</source>
      <translation>Tidak ada apa-apa di hari-hari ini</translation>
    </message>
    <message>
      <source>Of the customers that the agent has now.</source>
      <translation>Dari pelanggan yang dipegang agen sekarang.</translation>
    </message>
    <message>
      <source>Order value by owner</source>
      <translation>Nilai pesanan menurut pemegang</translation>
    </message>
    <message>
      <source>Order value by source</source>
      <translation>Nilai pesanan menurut sumber</translation>
    </message>
    <message>
      <source>Ordered</source>
      <translation>Memesan</translation>
    </message>
    <message>
      <source>Orders</source>
      <translation>Pesanan</translation>
    </message>
    <message>
      <source>Orders count once they are completed, by their delivery.</source>
      <translation>Pesanan dihitung setelah selesai, menurut tanggal antarnya.</translation>
    </message>
    <message>
      <source>Orders won</source>
      <translation>Pesanan didapat</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>Terlambat</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Pipeline</source>
      <translation>Alur</translation>
    </message>
    <message>
      <source>Planned</source>
      <translation>Direncanakan</translation>
    </message>
    <message>
      <source>Rate before</source>
      <translation>Tingkat sebelumnya</translation>
    </message>
    <message>
      <source>Rates are drawn from {number} contacts on; the table has them all.</source>
      <translation>Tingkat digambar mulai {number} kontak; tabel memuat semuanya.</translation>
    </message>
    <message>
      <source>Reached, %</source>
      <translation>Tercapai, %</translation>
    </message>
    <message>
      <source>Released by agent</source>
      <translation>Dilepas menurut agen</translation>
    </message>
    <message>
      <source>Released by idle days</source>
      <translation>Dilepas menurut hari tanpa kontak</translation>
    </message>
    <message>
      <source>Released by week</source>
      <translation>Dilepas menurut minggu</translation>
    </message>
    <message>
      <source>Releases</source>
      <translation>Pelepasan</translation>
    </message>
    <message>
      <source>Releases are stopped: a shared setting cannot be read.</source>
      <translation>Pelepasan dihentikan: satu pengaturan bersama tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>Releasing soon</source>
      <translation>Segera lepas</translation>
    </message>
    <message>
      <source>Room</source>
      <translation>Sisa tempat</translation>
    </message>
    <message>
      <source>Share</source>
      <translation>Bagian</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Tampilkan</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Sumber</translation>
    </message>
    <message>
      <source>Source and method</source>
      <translation>Sumber dan cara</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Still free</source>
      <translation>Masih bebas</translation>
    </message>
    <message>
      <source>Stuck customers</source>
      <translation>Pelanggan tertahan</translation>
    </message>
    <message>
      <source>Success rate</source>
      <translation>Tingkat keberhasilan</translation>
    </message>
    <message>
      <source>Successful</source>
      <translation>Berhasil</translation>
    </message>
    <message>
      <source>Successful contacts</source>
      <translation>Kontak berhasil</translation>
    </message>
    <message>
      <source>Taken again</source>
      <translation>Diambil lagi</translation>
    </message>
    <message>
      <source>Taken again by</source>
      <translation>Diambil lagi oleh</translation>
    </message>
    <message>
      <source>Target</source>
      <translation>Target</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Tim</translation>
    </message>
    <message>
      <source>The chart shows the first {number} of {all} lines of the table.</source>
      <translation>Grafik menampilkan {number} baris pertama dari {all} baris tabel.</translation>
    </message>
    <message>
      <source>The figures are read as soon as it answers again.</source>
      <translation>Angka dibaca begitu server menjawab lagi.</translation>
    </message>
    <message>
      <source>The figures could not be read</source>
      <translation>Angka tidak dapat dibaca</translation>
    </message>
    <message>
      <source>The target is reckoned by what is set now, for the working days up to today; days off are left out.</source>
      <translation>Target dihitung menurut yang ditetapkan sekarang, untuk hari kerja sampai hari ini; hari libur tidak dihitung.</translation>
    </message>
    <message>
      <source>The {number} with the most contacts</source>
      <translation>{number} dengan kontak terbanyak</translation>
    </message>
    <message>
      <source>There is none of these among the people and filters above.</source>
      <translation>Tidak satu pun termasuk orang dan filter di atas.</translation>
    </message>
    <message>
      <source>These figures take long: {table} has about {number} rows and no index {name}. An administrator can make it with “salesdesk db indexes --apply”.</source>
      <translation>Angka ini perlu waktu lama: {table} punya sekitar {number} baris dan tidak punya indeks {name}. Administrator dapat membuatnya dengan “salesdesk db indexes --apply”.</translation>
    </message>
    <message>
      <source>This quarter</source>
      <translation>Triwulan ini</translation>
    </message>
    <message>
      <source>This year</source>
      <translation>Tahun ini</translation>
    </message>
    <message>
      <source>Time in a stage</source>
      <translation>Waktu di satu tahap</translation>
    </message>
    <message>
      <source>Time in the pool</source>
      <translation>Waktu di bursa</translation>
    </message>
    <message>
      <source>Two agents, contacts by method</source>
      <translation>Dua agen, kontak menurut cara</translation>
    </message>
    <message>
      <source>Two agents, success rate by method</source>
      <translation>Dua agen, tingkat keberhasilan menurut cara</translation>
    </message>
    <message>
      <source>Unresponsive customers</source>
      <translation>Pelanggan tidak merespons</translation>
    </message>
    <message>
      <source>Unresponsive customers, by owner</source>
      <translation>Pelanggan tidak merespons, menurut pemegang</translation>
    </message>
    <message>
      <source>Unsuccessful contacts</source>
      <translation>Kontak tidak berhasil</translation>
    </message>
    <message>
      <source>Up</source>
      <translation>Naik</translation>
    </message>
    <message>
      <source>Value</source>
      <translation>Nilai</translation>
    </message>
    <message>
      <source>Week</source>
      <translation>Minggu</translation>
    </message>
    <message>
      <source>Weekday and hour</source>
      <translation>Hari dan jam</translation>
    </message>
    <message>
      <source>Went up</source>
      <translation>Naik</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Apa</translation>
    </message>
    <message>
      <source>What followed within 14 days</source>
      <translation>Kelanjutan dalam 14 hari</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Kapan</translation>
    </message>
    <message>
      <source>Where two intervals overlap, the difference may be chance.</source>
      <translation>Bila dua selang bertumpang tindih, bedanya mungkin kebetulan.</translation>
    </message>
    <message>
      <source>Who leaves in the next 30 days</source>
      <translation>Yang lepas dalam 30 hari ke depan</translation>
    </message>
    <message>
      <source>With a target</source>
      <translation>Yang punya target</translation>
    </message>
    <message>
      <source>Without customers who are set aside.</source>
      <translation>Tanpa pelanggan yang disisihkan.</translation>
    </message>
    <message>
      <source>Workload</source>
      <translation>Beban kerja</translation>
    </message>
    <message>
      <source>all</source>
      <translation>semua</translation>
    </message>
    <message>
      <source>all, {rate}</source>
      <translation>semua, {rate}</translation>
    </message>
    <message>
      <source>as of {time}</source>
      <translation>per {time}</translation>
    </message>
    <message>
      <source>as they stand now</source>
      <translation>keadaan sekarang</translation>
    </message>
    <message numerus="yes">
      <source>at most 1 customer per agent, of all sources and statuses</source>
      <comment>at most {number} customers per agent, of all sources and statuses</comment>
      <translation>
        <numerusform>paling banyak {number} pelanggan per agen, dari semua sumber dan status</numerusform>
      </translation>
    </message>
    <message>
      <source>by the same agent</source>
      <translation>oleh agen yang sama</translation>
    </message>
    <message>
      <source>by weekday and hour of the office</source>
      <translation>menurut hari dan jam kantor</translation>
    </message>
    <message>
      <source>contacts</source>
      <translation>kontak</translation>
    </message>
    <message>
      <source>contacts as of {time}</source>
      <translation>kontak per {time}</translation>
    </message>
    <message>
      <source>counted as of {time}, shown as of now</source>
      <translation>dihitung per {time}, ditampilkan per sekarang</translation>
    </message>
    <message>
      <source>customers</source>
      <translation>pelanggan</translation>
    </message>
    <message>
      <source>customers as they stand now</source>
      <translation>pelanggan, keadaan sekarang</translation>
    </message>
    <message>
      <source>customers registered in these days, how far they came</source>
      <translation>pelanggan yang terdaftar di hari-hari ini, sampai di mana mereka</translation>
    </message>
    <message>
      <source>customers released in these days</source>
      <translation>pelanggan yang dilepas di hari-hari ini</translation>
    </message>
    <message>
      <source>customers who leave within 7 days if nobody contacts them</source>
      <translation>pelanggan yang lepas dalam 7 hari bila tidak ada yang menghubungi</translation>
    </message>
    <message>
      <source>customers who left it in these days</source>
      <translation>pelanggan yang keluar darinya di hari-hari ini</translation>
    </message>
    <message>
      <source>customers with {number} contacts and more, none of them successful</source>
      <translation>pelanggan dengan {number} kontak atau lebih, tidak satu pun berhasil</translation>
    </message>
    <message>
      <source>customers, if nobody contacts them</source>
      <translation>pelanggan, bila tidak ada yang menghubungi</translation>
    </message>
    <message>
      <source>customers, now</source>
      <translation>pelanggan, sekarang</translation>
    </message>
    <message>
      <source>days</source>
      <translation>hari</translation>
    </message>
    <message>
      <source>deleted customer</source>
      <translation>pelanggan yang dihapus</translation>
    </message>
    <message>
      <source>fewer</source>
      <translation>lebih sedikit</translation>
    </message>
    <message>
      <source>in one stage for 30 days and more, as they stand now</source>
      <translation>30 hari atau lebih di satu tahap, keadaan sekarang</translation>
    </message>
    <message>
      <source>in these days</source>
      <translation>di hari-hari ini</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>ditepati</translation>
    </message>
    <message>
      <source>median {days}</source>
      <translation>median {days}</translation>
    </message>
    <message>
      <source>median {number}</source>
      <translation>median {number}</translation>
    </message>
    <message>
      <source>median {number} days</source>
      <translation>median {number} hari</translation>
    </message>
    <message>
      <source>missed</source>
      <translation>terlewat</translation>
    </message>
    <message>
      <source>more</source>
      <translation>lebih banyak</translation>
    </message>
    <message>
      <source>moved up</source>
      <translation>naik tahap</translation>
    </message>
    <message>
      <source>never</source>
      <translation>belum pernah</translation>
    </message>
    <message>
      <source>no source</source>
      <translation>tanpa sumber</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>tidak ada</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>tidak diketahui</translation>
    </message>
    <message>
      <source>now</source>
      <translation>sekarang</translation>
    </message>
    <message>
      <source>of the contacts</source>
      <translation>dari kontak</translation>
    </message>
    <message>
      <source>of the customers as they are now</source>
      <translation>dari pelanggan, keadaan sekarang</translation>
    </message>
    <message>
      <source>of the office's clock</source>
      <translation>menurut jam kantor</translation>
    </message>
    <message>
      <source>of the orders behind ordered and won, as they stand now</source>
      <translation>dari pesanan di balik memesan dan deal, keadaan sekarang</translation>
    </message>
    <message>
      <source>of those who were taken again</source>
      <translation>dari yang diambil lagi</translation>
    </message>
    <message>
      <source>ordered</source>
      <translation>memesan</translation>
    </message>
    <message>
      <source>successful</source>
      <translation>berhasil</translation>
    </message>
    <message>
      <source>surest to be high, from 10 contacts on</source>
      <translation>paling pasti tinggi, mulai 10 kontak</translation>
    </message>
    <message>
      <source>team, {rate}</source>
      <translation>tim, {rate}</translation>
    </message>
    <message>
      <source>to {status}</source>
      <translation>ke {status}</translation>
    </message>
    <message>
      <source>too few</source>
      <translation>terlalu sedikit</translation>
    </message>
    <message>
      <source>unknown user {uid}</source>
      <translation>pengguna tak dikenal {uid}</translation>
    </message>
    <message>
      <source>unsuccessful</source>
      <translation>tidak berhasil</translation>
    </message>
    <message>
      <source>value</source>
      <translation>nilai</translation>
    </message>
    <message>
      <source>week of {week}</source>
      <translation>minggu {week}</translation>
    </message>
    <message>
      <source>weeks from their Monday</source>
      <translation>minggu, dimulai Senin</translation>
    </message>
    <message>
      <source>with</source>
      <translation>dengan</translation>
    </message>
    <message>
      <source>{column}, from</source>
      <translation>{column}, dari</translation>
    </message>
    <message>
      <source>{column}, to</source>
      <translation>{column}, sampai</translation>
    </message>
    <message>
      <source>{low} to {high} %</source>
      <translation>{low} sampai {high} %</translation>
    </message>
    <message>
      <source>{name}, successful</source>
      <translation>{name}, berhasil</translation>
    </message>
    <message>
      <source>{name}: {amount} in {number} orders</source>
      <translation>{name}: {amount} dalam {number} pesanan</translation>
    </message>
    <message>
      <source>{name}: {number} of {all}, {rate}</source>
      <translation>{name}: {number} dari {all}, {rate}</translation>
    </message>
    <message numerus="yes">
      <source>{number} claim</source>
      <comment>{number} claims</comment>
      <translation>
        <numerusform>{number} pengambilan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} contact</source>
      <comment>{number} contacts</comment>
      <translation>
        <numerusform>{number} kontak</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} customer</source>
      <comment>{number} customers</comment>
      <translation>
        <numerusform>{number} pelanggan</numerusform>
      </translation>
    </message>
    <message>
      <source>{number} in the {days} before</source>
      <translation>{number} dalam {days} sebelumnya</translation>
    </message>
    <message numerus="yes">
      <source>{number} move</source>
      <comment>{number} moves</comment>
      <translation>
        <numerusform>{number} perpindahan</numerusform>
      </translation>
    </message>
    <message>
      <source>{number} of {all} were contacted</source>
      <translation>{number} dari {all} dihubungi</translation>
    </message>
    <message numerus="yes">
      <source>{number} order</source>
      <comment>{number} orders</comment>
      <translation>
        <numerusform>{number} pesanan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} release</source>
      <comment>{number} releases</comment>
      <translation>
        <numerusform>{number} pelepasan</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>acts</name>
    <message>
      <source>Assign</source>
      <translation>Tugaskan</translation>
    </message>
    <message>
      <source>Assign or transfer</source>
      <translation>Tugaskan atau alihkan</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Claim</source>
      <translation>Ambil</translation>
    </message>
    <message>
      <source>Distribute</source>
      <translation>Bagikan</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>Ubah</translation>
    </message>
    <message>
      <source>Log contact</source>
      <translation>Catat kontak</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>Rencanakan</translation>
    </message>
    <message>
      <source>Protect</source>
      <translation>Lindungi</translation>
    </message>
    <message>
      <source>Release</source>
      <translation>Lepas</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>Disisihkan</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Kembalikan</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Alihkan</translation>
    </message>
    <message>
      <source>WhatsApp</source>
      <translation>WhatsApp</translation>
    </message>
    <message numerus="yes">
      <source>{number} agent</source>
      <comment>{number} agents</comment>
      <translation>
        <numerusform>{number} agen</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>agents</name>
    <message>
      <source>Assign or transfer {number} customers</source>
      <translation>Tugaskan atau alihkan {number} pelanggan</translation>
    </message>
    <message>
      <source>Assign {name}</source>
      <translation>Tugaskan {name}</translation>
    </message>
    <message>
      <source>Assign {number} customers</source>
      <translation>Tugaskan {number} pelanggan</translation>
    </message>
    <message>
      <source>Transfer {name}</source>
      <translation>Alihkan {name}</translation>
    </message>
    <message>
      <source>Transfer {number} customers</source>
      <translation>Alihkan {number} pelanggan</translation>
    </message>
  </context>
  <context>
    <name>as of</name>
    <message>
      <source>As of {when}. What the booking application wrote since may be missing.</source>
      <translation>Per {when}. Yang ditulis aplikasi pemesanan sesudahnya mungkin belum terhitung.</translation>
    </message>
  </context>
  <context>
    <name>audit</name>
    <message>
      <source>Account</source>
      <translation>Akun</translation>
    </message>
    <message>
      <source>Act</source>
      <translation>Tindakan</translation>
    </message>
    <message>
      <source>Acted on many at once</source>
      <translation>Menindak banyak sekaligus</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>Ditambahkan</translation>
    </message>
    <message>
      <source>Added an account</source>
      <translation>Menambah akun</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Alamat</translation>
    </message>
    <message>
      <source>All time</source>
      <translation>Sepanjang waktu</translation>
    </message>
    <message>
      <source>Assigned</source>
      <translation>Menugaskan</translation>
    </message>
    <message>
      <source>Brought a binding in line</source>
      <translation>Menyelaraskan masa pegang</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Oleh</translation>
    </message>
    <message>
      <source>Changed a role</source>
      <translation>Mengubah peran</translation>
    </message>
    <message>
      <source>Changed a setting</source>
      <translation>Mengubah pengaturan</translation>
    </message>
    <message>
      <source>Claimed</source>
      <translation>Mengambil</translation>
    </message>
    <message>
      <source>Claimed with it</source>
      <translation>Diambil bersamanya</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Kolom</translation>
    </message>
    <message>
      <source>Command line, or the system</source>
      <translation>Baris perintah, atau sistem</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>Computer</source>
      <translation>Komputer</translation>
    </message>
    <message>
      <source>Confirmed a release run</source>
      <translation>Menyetujui putaran pelepasan</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kontak</translation>
    </message>
    <message>
      <source>Contacts a day</source>
      <translation>Kontak per hari</translation>
    </message>
    <message>
      <source>Contacts a week</source>
      <translation>Kontak per minggu</translation>
    </message>
    <message>
      <source>Corrected a contact</source>
      <translation>Membetulkan kontak</translation>
    </message>
    <message>
      <source>Created a customer</source>
      <translation>Membuat pelanggan</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Customers known already</source>
      <translation>Pelanggan yang sudah dikenal</translation>
    </message>
    <message>
      <source>Days without a contact</source>
      <translation>Hari tanpa kontak</translation>
    </message>
    <message>
      <source>Deleted a contact</source>
      <translation>Menghapus kontak</translation>
    </message>
    <message>
      <source>Edited a customer</source>
      <translation>Mengubah pelanggan</translation>
    </message>
    <message>
      <source>Ended a protection</source>
      <translation>Mengakhiri perlindungan</translation>
    </message>
    <message>
      <source>Ended an absence or a closing</source>
      <translation>Mengakhiri ketidakhadiran atau penutupan</translation>
    </message>
    <message>
      <source>Erased a customer’s traces</source>
      <translation>Menghapus jejak pelanggan</translation>
    </message>
    <message>
      <source>Event</source>
      <translation>Peristiwa</translation>
    </message>
    <message>
      <source>Events</source>
      <translation>Peristiwa</translation>
    </message>
    <message>
      <source>Everything</source>
      <translation>Semuanya</translation>
    </message>
    <message>
      <source>Explained a release</source>
      <translation>Menjelaskan pelepasan</translation>
    </message>
    <message>
      <source>Export, import, batches</source>
      <translation>Ekspor, impor, tindakan massal</translation>
    </message>
    <message>
      <source>Exported</source>
      <translation>Mengekspor</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Berkas</translation>
    </message>
    <message>
      <source>From → to</source>
      <translation>Dari → ke</translation>
    </message>
    <message>
      <source>From, to</source>
      <translation>Dari, ke</translation>
    </message>
    <message>
      <source>Gave a customer back</source>
      <translation>Mengembalikan pelanggan</translation>
    </message>
    <message>
      <source>Gave a role</source>
      <translation>Memberi peran</translation>
    </message>
    <message>
      <source>Held a release run</source>
      <translation>Menahan putaran pelepasan</translation>
    </message>
    <message>
      <source>Imported</source>
      <translation>Mengimpor</translation>
    </message>
    <message>
      <source>Kept customers while away or closed</source>
      <translation>Menahan pelanggan selama tidak masuk atau tutup</translation>
    </message>
    <message>
      <source>Last 24 hours</source>
      <translation>24 jam terakhir</translation>
    </message>
    <message>
      <source>Last 30 days</source>
      <translation>30 hari terakhir</translation>
    </message>
    <message>
      <source>Last 7 days</source>
      <translation>7 hari terakhir</translation>
    </message>
    <message>
      <source>Let a role count again</source>
      <translation>Memberlakukan lagi peran</translation>
    </message>
    <message>
      <source>Limit in days</source>
      <translation>Batas dalam hari</translation>
    </message>
    <message>
      <source>Linked two customers as one</source>
      <translation>Menautkan dua pelanggan menjadi satu</translation>
    </message>
    <message>
      <source>Logged a WhatsApp</source>
      <translation>Mencatat WhatsApp</translation>
    </message>
    <message>
      <source>Logged a call</source>
      <translation>Mencatat telepon</translation>
    </message>
    <message>
      <source>Logged a contact</source>
      <translation>Mencatat kontak</translation>
    </message>
    <message>
      <source>Logged a visit</source>
      <translation>Mencatat kunjungan</translation>
    </message>
    <message>
      <source>Made a one-time code</source>
      <translation>Membuat kode sekali pakai</translation>
    </message>
    <message>
      <source>Made a role</source>
      <translation>Membuat peran</translation>
    </message>
    <message>
      <source>Message templates</source>
      <translation>Templat pesan</translation>
    </message>
    <message>
      <source>Method</source>
      <translation>Cara</translation>
    </message>
    <message>
      <source>Moved the status</source>
      <translation>Memindah status</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Tindak lanjut</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Catatan</translation>
    </message>
    <message>
      <source>On the list</source>
      <translation>Dalam daftar</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Urutan</translation>
    </message>
    <message>
      <source>Ordered the templates</source>
      <translation>Mengurutkan templat</translation>
    </message>
    <message>
      <source>Outcome</source>
      <translation>Hasil</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Ownership</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>People and roles</source>
      <translation>Pengguna dan peran</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Orang</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Planned a next step</source>
      <translation>Merencanakan tindak lanjut</translation>
    </message>
    <message>
      <source>Protected</source>
      <translation>Melindungi</translation>
    </message>
    <message>
      <source>Ran a batch of releases</source>
      <translation>Menjalankan satu kelompok pelepasan</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Alasan</translation>
    </message>
    <message>
      <source>Recovered an administrator</source>
      <translation>Memulihkan administrator</translation>
    </message>
    <message>
      <source>Release run</source>
      <translation>Putaran pelepasan</translation>
    </message>
    <message>
      <source>Release runs</source>
      <translation>Putaran pelepasan</translation>
    </message>
    <message>
      <source>Released</source>
      <translation>Melepas</translation>
    </message>
    <message>
      <source>Released at the period’s end</source>
      <translation>Dilepas karena masa habis</translation>
    </message>
    <message>
      <source>Released by hand</source>
      <translation>Dilepas manual</translation>
    </message>
    <message>
      <source>Released for inactivity</source>
      <translation>Lepas tanpa kontak</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>Dicabut</translation>
    </message>
    <message>
      <source>Removed a template</source>
      <translation>Menghapus templat</translation>
    </message>
    <message>
      <source>Removed an account</source>
      <translation>Menghapus akun</translation>
    </message>
    <message>
      <source>Repaired a binding</source>
      <translation>Memperbaiki masa pegang</translation>
    </message>
    <message>
      <source>Restored a contact</source>
      <translation>Memulihkan kontak</translation>
    </message>
    <message>
      <source>Restored a template</source>
      <translation>Memulihkan templat</translation>
    </message>
    <message>
      <source>Restored the workspace</source>
      <translation>Memulihkan ruang kerja</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Peran</translation>
    </message>
    <message>
      <source>Role in the booking application</source>
      <translation>Peran di aplikasi pemesanan</translation>
    </message>
    <message>
      <source>Rows</source>
      <translation>Baris</translation>
    </message>
    <message>
      <source>Said that two customers differ</source>
      <translation>Menyatakan dua pelanggan berbeda</translation>
    </message>
    <message>
      <source>Saved a template</source>
      <translation>Menyimpan templat</translation>
    </message>
    <message>
      <source>Saw the warning of a release</source>
      <translation>Melihat peringatan pelepasan</translation>
    </message>
    <message>
      <source>Set a customer aside</source>
      <translation>Menyisihkan pelanggan</translation>
    </message>
    <message>
      <source>Set a password</source>
      <translation>Menetapkan kata sandi</translation>
    </message>
    <message>
      <source>Set a target</source>
      <translation>Menetapkan target</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Pengaturan</translation>
    </message>
    <message>
      <source>Since</source>
      <translation>Sejak</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Sumber</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>The audit cannot be shown</source>
      <translation>Audit tidak dapat ditampilkan</translation>
    </message>
    <message>
      <source>The audit is shown as soon as it answers.</source>
      <translation>Audit ditampilkan begitu server menjawab.</translation>
    </message>
    <message>
      <source>Took a customer back</source>
      <translation>Mengembalikan pelanggan</translation>
    </message>
    <message>
      <source>Took a password away</source>
      <translation>Mencabut kata sandi</translation>
    </message>
    <message>
      <source>Took a role away</source>
      <translation>Mencabut peran</translation>
    </message>
    <message>
      <source>Took an import back</source>
      <translation>Menarik kembali impor</translation>
    </message>
    <message>
      <source>Took back that two customers differ</source>
      <translation>Menarik kembali bahwa dua pelanggan berbeda</translation>
    </message>
    <message>
      <source>Took linked customers apart</source>
      <translation>Memisahkan pelanggan yang ditautkan</translation>
    </message>
    <message>
      <source>Transferred</source>
      <translation>Mengalihkan</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Sampai</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Apa</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Kapan</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>Siapa</translation>
    </message>
    <message>
      <source>With agents</source>
      <translation>Dipegang agen</translation>
    </message>
    <message>
      <source>Would leave</source>
      <translation>Akan lepas</translation>
    </message>
    <message>
      <source>no</source>
      <translation>tidak</translation>
    </message>
    <message>
      <source>pool</source>
      <translation>bursa</translation>
    </message>
    <message>
      <source>the newest {number} events</source>
      <translation>{number} peristiwa terbaru</translation>
    </message>
    <message>
      <source>unchanged</source>
      <translation>tidak berubah</translation>
    </message>
    <message>
      <source>value</source>
      <translation>nilai</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ya</translation>
    </message>
    <message>
      <source>{number} events</source>
      <translation>{number} peristiwa</translation>
    </message>
  </context>
  <context>
    <name>blocked</name>
    <message>
      <source>A backup can take its place. The file as it is now is kept beside it.</source>
      <translation>Cadangan dapat menggantikannya. Berkas yang sekarang disimpan di sampingnya.</translation>
    </message>
    <message>
      <source>An administrator must do the following before anybody can work:</source>
      <translation>Administrator harus melakukan yang berikut sebelum siapa pun dapat bekerja:</translation>
    </message>
    <message>
      <source>Contacts that wait on this computer are kept.</source>
      <translation>Kontak yang menunggu di komputer ini tetap disimpan.</translation>
    </message>
    <message>
      <source>If several people share this account, it must stand for nobody: leave, and choose “A shared account, own passwords” in the form of the connection instead.</source>
      <translation>Jika beberapa orang memakai akun ini bersama, akun ini tidak boleh mewakili siapa pun: keluar, lalu pilih “Akun bersama, kata sandi sendiri” di formulir sambungan.</translation>
    </message>
    <message>
      <source>The database is not ready</source>
      <translation>Basis data belum siap</translation>
    </message>
    <message>
      <source>The server is away</source>
      <translation>Server tidak terjangkau</translation>
    </message>
    <message>
      <source>The workspace cannot be opened</source>
      <translation>Ruang kerja tidak dapat dibuka</translation>
    </message>
    <message>
      <source>Who are you?</source>
      <translation>Siapa Anda?</translation>
    </message>
    <message>
      <source>You are signed in to the database as “{account}”, but this account does not stand for anybody yet. An administrator must run the following once, with your e-mail address as it stands among the users:</source>
      <translation>Anda masuk ke basis data sebagai “{account}”, tetapi akun ini belum mewakili siapa pun. Administrator harus menjalankan yang berikut satu kali, dengan alamat surel Anda seperti tercatat di antara pengguna:</translation>
    </message>
    <message>
      <source>You are {name}. An administrator must give you a role before you can see customers, by the following command; then SalesDesk goes on by itself:</source>
      <translation>Anda adalah {name}. Administrator harus memberi Anda peran sebelum Anda dapat melihat pelanggan, dengan perintah berikut; setelah itu SalesDesk melanjutkan sendiri:</translation>
    </message>
    <message>
      <source>You are {name}. The booking application took its role away from you, or made it inactive, and your role in SalesDesk sleeps since. An administrator can confirm it by the following command; then SalesDesk goes on by itself:</source>
      <translation>Anda adalah {name}. Aplikasi pemesanan mencabut peran Anda, atau menonaktifkannya, dan sejak itu peran Anda di SalesDesk tertidur. Administrator dapat memberlakukannya lagi dengan perintah berikut; setelah itu SalesDesk melanjutkan sendiri:</translation>
    </message>
    <message>
      <source>You have no role yet</source>
      <translation>Anda belum punya peran</translation>
    </message>
    <message>
      <source>Your role sleeps</source>
      <translation>Peran Anda tertidur</translation>
    </message>
    <message>
      <source>{server} cannot be reached.</source>
      <translation>{server} tidak terjangkau.</translation>
    </message>
  </context>
  <context>
    <name>board</name>
    <message numerus="yes">
      <source>1 order</source>
      <comment>{number} orders</comment>
      <translation>
        <numerusform>{number} pesanan</numerusform>
      </translation>
    </message>
    <message>
      <source>available</source>
      <translation>bebas</translation>
    </message>
    <message>
      <source>last contact: {method} on {when}</source>
      <translation>kontak terakhir: {method} pada {when}</translation>
    </message>
    <message>
      <source>never contacted</source>
      <translation>belum pernah dihubungi</translation>
    </message>
    <message>
      <source>next step: {step}</source>
      <translation>tindak lanjut: {step}</translation>
    </message>
    <message>
      <source>no next step</source>
      <translation>tanpa tindak lanjut</translation>
    </message>
    <message>
      <source>owner: {owner}</source>
      <translation>pemegang: {owner}</translation>
    </message>
    <message>
      <source>{number} d ago</source>
      <translation>{number} hr lalu</translation>
    </message>
    <message>
      <source>{orders}, last delivered {when}</source>
      <translation>{orders}, terakhir diantar {when}</translation>
    </message>
    <message>
      <source>{orders}, next delivery {when}</source>
      <translation>{orders}, pengantaran berikutnya {when}</translation>
    </message>
  </context>
  <context>
    <name>chats</name>
    <message>
      <source>No number is stored.</source>
      <translation>Tidak ada nomor yang tersimpan.</translation>
    </message>
    <message>
      <source>The number is hidden until the customer is claimed.</source>
      <translation>Nomor disembunyikan sampai pelanggan diambil.</translation>
    </message>
    <message>
      <source>{phone} is a landline; nobody can chat with it.</source>
      <translation>{phone} adalah telepon rumah atau kantor; tidak dapat diajak mengobrol.</translation>
    </message>
    <message>
      <source>{phone} is no number that can be called.</source>
      <translation>{phone} bukan nomor yang dapat ditelepon.</translation>
    </message>
  </context>
  <context>
    <name>check</name>
    <message>
      <source>None of the servers can be reached.</source>
      <translation>Tidak satu pun server terjangkau.</translation>
    </message>
    <message>
      <source>Port {port} is open.</source>
      <translation>Port {port} terbuka.</translation>
    </message>
    <message>
      <source>The account has the rights that daily work needs.</source>
      <translation>Akun ini punya hak yang diperlukan pekerjaan sehari-hari.</translation>
    </message>
    <message>
      <source>The account lacks rights: {rights} and {number} more.</source>
      <translation>Akun ini kekurangan hak: {rights} dan {number} lagi.</translation>
    </message>
    <message>
      <source>The account lacks rights: {rights}.</source>
      <translation>Akun ini kekurangan hak: {rights}.</translation>
    </message>
    <message>
      <source>The account {account} is shared: you sign in next.</source>
      <translation>Akun {account} dipakai bersama: setelah ini Anda masuk sendiri.</translation>
    </message>
    <message>
      <source>The account {account} may not use a database {database}, or there is none of that name.</source>
      <translation>Akun {account} tidak boleh memakai basis data {database}, atau tidak ada basis data bernama itu.</translation>
    </message>
    <message>
      <source>The database is ready for this version.</source>
      <translation>Basis data siap untuk versi ini.</translation>
    </message>
    <message>
      <source>The host is {host}.</source>
      <translation>Host-nya {host}.</translation>
    </message>
    <message>
      <source>The server is {version}.</source>
      <translation>Servernya {version}.</translation>
    </message>
    <message>
      <source>There is no host named {host}; is the name right?</source>
      <translation>Tidak ada host bernama {host}; apakah namanya benar?</translation>
    </message>
    <message>
      <source>You are {name}, {role}.</source>
      <translation>Anda adalah {name}, {role}.</translation>
    </message>
    <message>
      <source>encrypted, by the pinned certificate</source>
      <translation>terenkripsi, dengan sertifikat yang disematkan</translation>
    </message>
    <message>
      <source>encrypted, the server's name unchecked</source>
      <translation>terenkripsi, nama server tidak diperiksa</translation>
    </message>
    <message>
      <source>encrypted, the server's name verified</source>
      <translation>terenkripsi, nama server terverifikasi</translation>
    </message>
    <message>
      <source>without a role</source>
      <translation>tanpa peran</translation>
    </message>
    <message>
      <source>without encryption</source>
      <translation>tanpa enkripsi</translation>
    </message>
    <message>
      <source>{account} is signed in to {database}, {how}.</source>
      <translation>{account} masuk ke {database}, {how}.</translation>
    </message>
    <message>
      <source>{fault} A server that accepts only encrypted connections may say the same.</source>
      <translation>{fault} Server yang hanya menerima sambungan terenkripsi mungkin mengatakan hal yang sama.</translation>
    </message>
    <message>
      <source>{fault} No choice of encryption changes that: the server's administrator must give it a certificate (ssl_cert and ssl_key). Without one only “off” connects, and whoever listens on the way reads password and customers.</source>
      <translation>{fault} Pilihan enkripsi mana pun tidak mengubahnya: administrator server harus memberinya sertifikat (ssl_cert dan ssl_key). Tanpa itu hanya “mati” yang tersambung, dan siapa pun yang menyadap di jalan dapat membaca kata sandi dan pelanggan.</translation>
    </message>
    <message>
      <source>{fault} The server may not offer encryption at all, or another kind of it.</source>
      <translation>{fault} Server mungkin sama sekali tidak menawarkan enkripsi, atau jenis yang lain.</translation>
    </message>
    <message>
      <source>{fault} The server's certificate could not be verified; if it is the server's own, choose “pinned” and its certificate file.</source>
      <translation>{fault} Sertifikat server tidak dapat diverifikasi; bila itu buatan server sendiri, pilih “disematkan” dan berkas sertifikatnya.</translation>
    </message>
    <message>
      <source>{host} does not answer at port {port}: a firewall, or the server is switched off.</source>
      <translation>{host} tidak menjawab di port {port}: ada tembok api, atau server dimatikan.</translation>
    </message>
    <message>
      <source>{host} is {address}.</source>
      <translation>{host} adalah {address}.</translation>
    </message>
    <message>
      <source>{host} refuses port {port}: no database server listens there, or another port is right.</source>
      <translation>{host} menolak port {port}: tidak ada server basis data di sana, atau port yang benar lain.</translation>
    </message>
  </context>
  <context>
    <name>claim</name>
    <message>
      <source>Claim {number} customers</source>
      <translation>Ambil {number} pelanggan</translation>
    </message>
  </context>
  <context>
    <name>command</name>
    <message>
      <source>--apply and --as go with --repair KIND.</source>
      <translation>--apply dan --as dipakai bersama --repair JENIS.</translation>
    </message>
    <message>
      <source>--as goes with a command for which somebody acts.</source>
      <translation>--as hanya untuk perintah yang dijalankan atas nama seseorang.</translation>
    </message>
    <message>
      <source>--customers is a number from 1 to {most}.</source>
      <translation>--customers adalah angka dari 1 sampai {most}.</translation>
    </message>
    <message>
      <source>--fresh goes with --demo: it makes the sample workspace anew.</source>
      <translation>--fresh dipakai bersama --demo: ruang kerja contoh dibuat baru.</translation>
    </message>
    <message>
      <source>--json goes with a command; the window has no answer to give.</source>
      <translation>--json dipakai bersama sebuah perintah; jendela tidak memberi jawaban.</translation>
    </message>
    <message>
      <source>--tls pinned needs --ca FILE, the server's certificate.</source>
      <translation>--tls pinned memerlukan --ca BERKAS, yaitu sertifikat server.</translation>
    </message>
    <message>
      <source>--undo takes the number of an import and no file.</source>
      <translation>--undo memerlukan nomor impor, tanpa berkas.</translation>
    </message>
    <message>
      <source>.xlsx, .csv, .vcf, or a web page with a table</source>
      <translation>.xlsx, .csv, .vcf, atau halaman web dengan tabel</translation>
    </message>
    <message>
      <source>A customer's timeline comes 100 times and the release of one customer 1,100 times faster: without it each of them reads the whole history (174 MB, 9 seconds to build).</source>
      <translation>Linimasa pelanggan 100 kali dan pelepasan satu pelanggan 1.100 kali lebih cepat: tanpa indeks ini keduanya membaca seluruh riwayat (174 MB, dibuat dalam 9 detik).</translation>
    </message>
    <message>
      <source>A day</source>
      <translation>Per hari</translation>
    </message>
    <message>
      <source>A held release is confirmed by a person: add --as EMAIL, the address of somebody who may confirm releases.</source>
      <translation>Pelepasan yang ditahan disetujui oleh seseorang: tambahkan --as EMAIL, alamat orang yang boleh menyetujui pelepasan.</translation>
    </message>
    <message>
      <source>A lead confirms it in the window, or: salesdesk release --confirm</source>
      <translation>Ketua tim menyetujuinya di jendela, atau: salesdesk release --confirm</translation>
    </message>
    <message>
      <source>A password does not belong on the command line, where everybody on this computer can read it. Leave it out of the URL and save it in the keyring by connecting once in the window, or set {variable}, or wait to be asked for it.</source>
      <translation>Kata sandi tidak boleh ditulis di baris perintah, karena semua orang di komputer ini dapat membacanya. Hilangkan dari URL dan simpan di gantungan kunci dengan menyambung sekali lewat jendela, atau isi {variable}, atau tunggu sampai ditanyakan.</translation>
    </message>
    <message>
      <source>A picture of the main window: {file}</source>
      <translation>Gambar jendela utama: {file}</translation>
    </message>
    <message>
      <source>A sleeping role opens nothing: the booking application's role was taken away or made inactive. Confirm it with: salesdesk people confirm EMAIL</source>
      <translation>Peran yang tertidur tidak membuka apa pun: peran di aplikasi pemesanan dicabut atau dinonaktifkan. Berlakukan lagi dengan: salesdesk people confirm EMAIL</translation>
    </message>
    <message>
      <source>A week</source>
      <translation>Per minggu</translation>
    </message>
    <message>
      <source>A workspace is a file: --database sqlite:///file</source>
      <translation>Ruang kerja adalah sebuah berkas: --database sqlite:///berkas</translation>
    </message>
    <message>
      <source>ACCOUNT</source>
      <translation>AKUN</translation>
    </message>
    <message>
      <source>Accounts</source>
      <translation>Akun</translation>
    </message>
    <message>
      <source>Accounts that were set up before lack rights on them: run salesdesk db grants for each account, and its statements.</source>
      <translation>Akun yang dibuat sebelumnya belum punya hak atasnya: jalankan salesdesk db grants untuk setiap akun, dan pernyataannya.</translation>
    </message>
    <message>
      <source>Accounts without a host: {accounts}. Each is good for every host until it is mapped exactly, such as: salesdesk people map {quoted} EMAIL</source>
      <translation>Akun tanpa host: {accounts}. Masing-masing berlaku untuk semua host sampai dipetakan dengan tepat, misalnya: salesdesk people map {quoted} EMAIL</translation>
    </message>
    <message>
      <source>Agent</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>All of them are there.</source>
      <translation>Semuanya sudah ada.</translation>
    </message>
    <message>
      <source>An agent's board comes 11 times and the workload of all agents 8 times faster (74 MB, 9 seconds to build).</source>
      <translation>Papan seorang agen 11 kali dan beban kerja semua agen 8 kali lebih cepat (74 MB, dibuat dalam 9 detik).</translation>
    </message>
    <message>
      <source>As it was before, it is kept as {kept}.</source>
      <translation>Keadaan sebelumnya disimpan sebagai {kept}.</translation>
    </message>
    <message>
      <source>Behind</source>
      <translation>Tertinggal</translation>
    </message>
    <message>
      <source>Booking role</source>
      <translation>Peran pemesanan</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Oleh</translation>
    </message>
    <message>
      <source>COLUMN</source>
      <translation>KOLOM</translation>
    </message>
    <message>
      <source>COMMAND</source>
      <translation>PERINTAH</translation>
    </message>
    <message>
      <source>CSV without Excel's mark of UTF-8</source>
      <translation>CSV tanpa tanda UTF-8 untuk Excel</translation>
    </message>
    <message>
      <source>CUSTOMER</source>
      <translation>PELANGGAN</translation>
    </message>
    <message>
      <source>Checking</source>
      <translation>Memeriksa</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Hari</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>Surel</translation>
    </message>
    <message>
      <source>EMAIL</source>
      <translation>EMAIL</translation>
    </message>
    <message>
      <source>EMAIL, me, available or bound</source>
      <translation>EMAIL, me, available, atau bound</translation>
    </message>
    <message>
      <source>Erased of {id}: {told}. Event {event}.</source>
      <translation>Dihapus dari {id}: {told}. Kejadian {event}.</translation>
    </message>
    <message>
      <source>Everything came in; {file} holds the titles alone.</source>
      <translation>Semuanya masuk; {file} hanya berisi judul kolom.</translation>
    </message>
    <message>
      <source>Everything works.</source>
      <translation>Semuanya berfungsi.</translation>
    </message>
    <message>
      <source>Exit codes: 0 done; 1 refused, held or faults found; 2 wrong use; 3 database not reachable; 4 an error of the program itself; 130 stopped.</source>
      <translation>Kode keluar: 0 selesai; 1 ditolak, ditahan, atau ada temuan; 2 salah pakai; 3 basis data tidak terjangkau; 4 kesalahan program itu sendiri; 130 dihentikan.</translation>
    </message>
    <message>
      <source>Exporting</source>
      <translation>Mengekspor</translation>
    </message>
    <message>
      <source>FAULT</source>
      <translation>GAGAL</translation>
    </message>
    <message>
      <source>FIELD</source>
      <translation>KOLOM</translation>
    </message>
    <message>
      <source>FILE</source>
      <translation>BERKAS</translation>
    </message>
    <message>
      <source>Follow-ups go into a calendar (.ics), lists into .csv, .xlsx, .pdf or .vcf.</source>
      <translation>Tindak lanjut disimpan sebagai kalender (.ics), daftar sebagai .csv, .xlsx, .pdf, atau .vcf.</translation>
    </message>
    <message>
      <source>HIDDEN</source>
      <translation>TERSEMBUNYI</translation>
    </message>
    <message>
      <source>IMPORT</source>
      <translation>IMPOR</translation>
    </message>
    <message>
      <source>Id</source>
      <translation>Id</translation>
    </message>
    <message>
      <source>Idle days</source>
      <translation>Hari tanpa kontak</translation>
    </message>
    <message>
      <source>Importing</source>
      <translation>Mengimpor</translation>
    </message>
    <message>
      <source>It opens nothing in SalesDesk: the role is inactive, or was there before and has none of SalesDesk's permissions (docs/administrators.md, “Roles”).</source>
      <translation>Peran ini tidak membuka apa pun di SalesDesk: tidak aktif, atau sudah ada sebelumnya tanpa izin SalesDesk (docs/administrators.md, “Roles”).</translation>
    </message>
    <message>
      <source>JSON: which column holds what (else by the titles)</source>
      <translation>JSON: kolom mana berisi apa (bila tidak, menurut judulnya)</translation>
    </message>
    <message>
      <source>KIND</source>
      <translation>JENIS</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>Dibiarkan</translation>
    </message>
    <message>
      <source>LIST</source>
      <translation>DAFTAR</translation>
    </message>
    <message>
      <source>Left out</source>
      <translation>Dilewatkan</translation>
    </message>
    <message>
      <source>Left out:</source>
      <translation>Dilewatkan:</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>Baris</translation>
    </message>
    <message>
      <source>M</source>
      <translation>M</translation>
    </message>
    <message>
      <source>MOMENT</source>
      <translation>WAKTU</translation>
    </message>
    <message>
      <source>Making sample data</source>
      <translation>Membuat data contoh</translation>
    </message>
    <message>
      <source>MySQL driver</source>
      <translation>penggerak MySQL</translation>
    </message>
    <message>
      <source>N</source>
      <translation>N</translation>
    </message>
    <message>
      <source>NAME</source>
      <translation>NAMA</translation>
    </message>
    <message>
      <source>NAME[@HOST]</source>
      <translation>NAMA[@HOST]</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Name the database: --database mysql://user@host:3306/name (or set {variable}), or --database sqlite:///file</source>
      <translation>Sebutkan basis datanya: --database mysql://pengguna@host:3306/nama (atau isi {variable}), atau --database sqlite:///berkas</translation>
    </message>
    <message>
      <source>Name the file to import, or --undo with the number of an import.</source>
      <translation>Sebutkan berkas yang akan diimpor, atau --undo dengan nomor impornya.</translation>
    </message>
    <message>
      <source>No customer gets forgotten. Without a command, SalesDesk opens its window.</source>
      <translation>Tidak ada pelanggan yang terlupakan. Tanpa perintah, SalesDesk membuka jendelanya.</translation>
    </message>
    <message>
      <source>No pair looks like one customer.</source>
      <translation>Tidak ada pasangan yang tampak sebagai satu pelanggan.</translation>
    </message>
    <message>
      <source>Nobody is due.</source>
      <translation>Tidak ada yang jatuh tempo.</translation>
    </message>
    <message>
      <source>Nobody was due to be released.</source>
      <translation>Tidak ada yang jatuh tempo untuk dilepas.</translation>
    </message>
    <message>
      <source>Nobody was due.</source>
      <translation>Tidak ada yang jatuh tempo.</translation>
    </message>
    <message>
      <source>Nobody.</source>
      <translation>Tidak ada.</translation>
    </message>
    <message>
      <source>Nothing breaks the rules.</source>
      <translation>Tidak ada yang melanggar aturan.</translation>
    </message>
    <message>
      <source>Nothing breaks the rules; this is only worth knowing.</source>
      <translation>Tidak ada yang melanggar aturan; ini hanya perlu diketahui.</translation>
    </message>
    <message>
      <source>Nothing was changed.</source>
      <translation>Tidak ada yang diubah.</translation>
    </message>
    <message>
      <source>Nothing was changed; --apply makes those that are missing.</source>
      <translation>Tidak ada yang diubah; --apply membuat yang belum ada.</translation>
    </message>
    <message>
      <source>Nothing was said of any pair yet.</source>
      <translation>Belum ada pasangan yang diputuskan.</translation>
    </message>
    <message>
      <source>OTHER</source>
      <translation>LAINNYA</translation>
    </message>
    <message>
      <source>Only the pool has the columns {columns}.</source>
      <translation>Hanya bursa yang memiliki kolom {columns}.</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>Lainnya</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Password of {user} on {host}:</source>
      <translation>Kata sandi {user} di {host}:</translation>
    </message>
    <message>
      <source>PyMySQL {version}, {certificates} of this system trusted</source>
      <translation>PyMySQL {version}, {certificates} dari sistem ini dipercaya</translation>
    </message>
    <message>
      <source>REASON</source>
      <translation>ALASAN</translation>
    </message>
    <message>
      <source>ROLE</source>
      <translation>PERAN</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Alasan</translation>
    </message>
    <message>
      <source>Recognised: {program}</source>
      <translation>Dikenali: {program}</translation>
    </message>
    <message>
      <source>Released {customers}.</source>
      <translation>Melepas {customers}.</translation>
    </message>
    <message>
      <source>Released {customers}: {names}.</source>
      <translation>{customers} dilepas: {names}.</translation>
    </message>
    <message>
      <source>Releases are stopped.</source>
      <translation>Pelepasan dihentikan.</translation>
    </message>
    <message>
      <source>Resembles</source>
      <translation>Mirip</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Peran</translation>
    </message>
    <message>
      <source>S</source>
      <translation>S</translation>
    </message>
    <message>
      <source>SOURCE</source>
      <translation>SUMBER</translation>
    </message>
    <message>
      <source>STATE</source>
      <translation>KEADAAN</translation>
    </message>
    <message>
      <source>STATUS</source>
      <translation>STATUS</translation>
    </message>
    <message>
      <source>STAYS</source>
      <translation>TETAP</translation>
    </message>
    <message>
      <source>Said</source>
      <translation>Keputusan</translation>
    </message>
    <message>
      <source>SalesDesk keeps nothing of {id}.</source>
      <translation>SalesDesk tidak menyimpan apa pun tentang {id}.</translation>
    </message>
    <message>
      <source>SalesDesk role</source>
      <translation>Peran SalesDesk</translation>
    </message>
    <message>
      <source>SalesDesk's own tables are ready; {tables} made.</source>
      <translation>Tabel SalesDesk sendiri sudah siap; {tables} dibuat.</translation>
    </message>
    <message>
      <source>SalesDesk's own tables were up to date.</source>
      <translation>Tabel SalesDesk sendiri sudah mutakhir.</translation>
    </message>
    <message>
      <source>Say which kind of file: --format csv, xlsx, pdf, vcf or ics.</source>
      <translation>Sebutkan jenis berkasnya: --format csv, xlsx, pdf, vcf, atau ics.</translation>
    </message>
    <message>
      <source>Say who acts: --as EMAIL, the address of somebody who may.</source>
      <translation>Sebutkan siapa yang bertindak: --as EMAIL, alamat orang yang boleh melakukannya.</translation>
    </message>
    <message>
      <source>Say who acts: --as EMAIL.</source>
      <translation>Sebutkan siapa yang bertindak: --as EMAIL.</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>Disisihkan</translation>
    </message>
    <message>
      <source>Stopped.</source>
      <translation>Dihentikan.</translation>
    </message>
    <message>
      <source>Stopped. A part of the customers is in the database; begin with an empty one.</source>
      <translation>Dihentikan. Sebagian pelanggan sudah ada di basis data; mulailah dengan yang kosong.</translation>
    </message>
    <message>
      <source>Stopped. Run the same command again to go on, or --undo the import.</source>
      <translation>Dihentikan. Jalankan perintah yang sama untuk melanjutkan, atau tarik kembali impor itu dengan --undo.</translation>
    </message>
    <message>
      <source>Summaries</source>
      <translation>Ringkasan</translation>
    </message>
    <message>
      <source>Sure</source>
      <translation>Keyakinan</translation>
    </message>
    <message>
      <source>TEXT</source>
      <translation>TEKS</translation>
    </message>
    <message>
      <source>Taking back</source>
      <translation>Menarik kembali</translation>
    </message>
    <message>
      <source>That they are not the same is forgotten.</source>
      <translation>Bahwa keduanya berbeda tidak diingat lagi.</translation>
    </message>
    <message>
      <source>That they are not the same is remembered.</source>
      <translation>Bahwa keduanya berbeda diingat.</translation>
    </message>
    <message>
      <source>The SalesDesk role of {email} counts again.</source>
      <translation>Peran SalesDesk {email} berlaku lagi.</translation>
    </message>
    <message>
      <source>The SalesDesk role of {email} did not sleep: nothing changes.</source>
      <translation>Peran SalesDesk {email} tidak tertidur: tidak ada yang berubah.</translation>
    </message>
    <message>
      <source>The URL takes no options ({named}); for encryption there is --tls.</source>
      <translation>URL tidak menerima opsi ({named}); untuk enkripsi ada --tls.</translation>
    </message>
    <message>
      <source>The account {account} stands for {email}.</source>
      <translation>Akun {account} mewakili {email}.</translation>
    </message>
    <message>
      <source>The booking application's own rows stay: the customer, contacts, orders, who had whom. So do backups of before, and the daily copies of a workspace for seven days.</source>
      <translation>Baris milik aplikasi pemesanan tetap ada: pelanggan, kontak, pesanan, siapa memegang siapa. Begitu pula cadangan dari sebelumnya, dan salinan harian ruang kerja selama tujuh hari.</translation>
    </message>
    <message>
      <source>The booking application's role {role} still allows: {names}. It is changed in the booking application.</source>
      <translation>Peran {role} di aplikasi pemesanan masih mengizinkan: {names}. Peran itu diubah di aplikasi pemesanan.</translation>
    </message>
    <message>
      <source>The cache is not used: {key} is “off” in global_settings.</source>
      <translation>Tembolok tidak dipakai: {key} bernilai “off” di global_settings.</translation>
    </message>
    <message>
      <source>The cache is up to date; {rows} changed.</source>
      <translation>Rangkuman sudah mutakhir; {rows} diubah.</translation>
    </message>
    <message>
      <source>The database account is shared: {email} signs in with a password of their own. Set {variable}, or wait to be asked for it.</source>
      <translation>Akun basis data ini dipakai bersama: {email} masuk dengan kata sandinya sendiri. Isi {variable}, atau tunggu sampai ditanyakan.</translation>
    </message>
    <message>
      <source>The database is ready; {tables} made. Next: salesdesk people grant EMAIL ROLE, salesdesk people map ACCOUNT EMAIL.</source>
      <translation>Basis data sudah siap; {tables} dibuat. Berikutnya: salesdesk people grant EMAIL PERAN, salesdesk people map AKUN EMAIL.</translation>
    </message>
    <message>
      <source>The figures were measured on a million customers; fewer gain and cost less.</source>
      <translation>Angkanya diukur pada sejuta pelanggan; jumlah yang lebih kecil lebih sedikit untung dan biayanya.</translation>
    </message>
    <message>
      <source>The first line of {file} must name: {columns}.</source>
      <translation>Baris pertama {file} harus menyebut: {columns}.</translation>
    </message>
    <message>
      <source>The folder of {file} cannot be made: {fault}.</source>
      <translation>Folder untuk {file} tidak dapat dibuat: {fault}.</translation>
    </message>
    <message>
      <source>The list by name comes 390 times faster, a search for how a name begins 180 times (68 MB, 3 seconds to build).</source>
      <translation>Daftar menurut nama 390 kali lebih cepat, pencarian awal nama 180 kali (68 MB, dibuat dalam 3 detik).</translation>
    </message>
    <message>
      <source>The picture cannot be written to {file}.</source>
      <translation>Gambar tidak dapat ditulis ke {file}.</translation>
    </message>
    <message>
      <source>The pool comes 1,370 times faster, and the release run finds who is due without reading every customer (53 MB, 4 seconds to build).</source>
      <translation>Bursa 1.370 kali lebih cepat, dan putaran pelepasan menemukan yang jatuh tempo tanpa membaca setiap pelanggan (53 MB, dibuat dalam 4 detik).</translation>
    </message>
    <message>
      <source>The release of {customers} is held until it is confirmed.</source>
      <translation>Pelepasan {customers} ditahan sampai disetujui.</translation>
    </message>
    <message>
      <source>The release of {due} of {all} is held until somebody confirms it.</source>
      <translation>Pelepasan {due} dari {all} ditahan sampai seseorang menyetujuinya.</translation>
    </message>
    <message>
      <source>The release of {due} of {all} would be held until somebody confirms it.</source>
      <translation>Pelepasan {due} dari {all} akan ditahan sampai seseorang menyetujuinya.</translation>
    </message>
    <message>
      <source>The release run did not end: {fault}</source>
      <translation>Putaran pelepasan tidak selesai: {fault}</translation>
    </message>
    <message>
      <source>The report on one agent's weeks comes 60 times faster; in return storing a contact costs 24% more.</source>
      <translation>Laporan mingguan seorang agen 60 kali lebih cepat; sebagai gantinya menyimpan kontak 24% lebih lambat.</translation>
    </message>
    <message>
      <source>The role {role} of the booking application grants {names}: these mean nothing in SalesDesk any more. Whoever shall go on needs a SalesDesk role: salesdesk people grant EMAIL ROLE</source>
      <translation>Peran {role} di aplikasi pemesanan memberikan {names}: izin itu tidak berarti apa-apa lagi di SalesDesk. Siapa pun yang akan terus bekerja memerlukan peran SalesDesk: salesdesk people grant EMAIL PERAN</translation>
    </message>
    <message>
      <source>The startup's work did not end within a minute.</source>
      <translation>Pekerjaan saat mulai tidak selesai dalam satu menit.</translation>
    </message>
    <message>
      <source>The summaries are up to date; {summaries} changed.</source>
      <translation>Ringkasan sudah mutakhir; {summaries} diubah.</translation>
    </message>
    <message>
      <source>The workspace is ready; {tables} made. Next, who works with it: salesdesk people add NAME EMAIL ROLE, such as “Sales Administrator”.</source>
      <translation>Ruang kerja sudah siap; {tables} dibuat. Berikutnya, siapa yang bekerja di dalamnya: salesdesk people add NAMA EMAIL PERAN, misalnya “Sales Administrator”.</translation>
    </message>
    <message>
      <source>There is an administrator already: add --as EMAIL, the address of somebody who may manage people.</source>
      <translation>Sudah ada administrator: tambahkan --as EMAIL, alamat orang yang boleh mengelola pengguna.</translation>
    </message>
    <message>
      <source>There is no display: SalesDesk draws its window into a picture instead.</source>
      <translation>Tidak ada layar: SalesDesk menggambar jendelanya ke sebuah gambar.</translation>
    </message>
    <message>
      <source>There is no workspace {file}.</source>
      <translation>Tidak ada ruang kerja {file}.</translation>
    </message>
    <message>
      <source>There is nobody yet.</source>
      <translation>Belum ada siapa-siapa.</translation>
    </message>
    <message>
      <source>These may be there already:</source>
      <translation>Yang ini mungkin sudah ada:</translation>
    </message>
    <message>
      <source>This week</source>
      <translation>Minggu ini</translation>
    </message>
    <message>
      <source>To take it back: {command}</source>
      <translation>Untuk menariknya kembali: {command}</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hari ini</translation>
    </message>
    <message>
      <source>URL</source>
      <translation>URL</translation>
    </message>
    <message>
      <source>Unexpected error: {name}.</source>
      <translation>Kesalahan tak terduga: {name}.</translation>
    </message>
    <message>
      <source>Until now it stood for {name}, who can no longer sign in with it.</source>
      <translation>Tadinya akun itu mewakili {name}, yang tidak dapat lagi masuk dengannya.</translation>
    </message>
    <message>
      <source>WHAT</source>
      <translation>APA</translation>
    </message>
    <message>
      <source>WHO</source>
      <translation>SIAPA</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Apa</translation>
    </message>
    <message>
      <source>What was left out is in {file}, with its lines.</source>
      <translation>Yang dilewatkan ada di {file}, beserta barisnya.</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Mengapa</translation>
    </message>
    <message>
      <source>Would be erased of {id}: {told}. Add --apply.</source>
      <translation>Akan dihapus dari {id}: {told}. Tambahkan --apply.</translation>
    </message>
    <message>
      <source>a CSV file whose first line names them</source>
      <translation>berkas CSV yang baris pertamanya menyebut ketiganya</translation>
    </message>
    <message>
      <source>a customer, by id or number</source>
      <translation>pelanggan, menurut id atau nomor</translation>
    </message>
    <message>
      <source>a field that the first takes over from the second; may be given several times</source>
      <translation>kolom yang diambil yang pertama dari yang kedua; boleh diberikan beberapa kali</translation>
    </message>
    <message>
      <source>account {account}</source>
      <translation>akun {account}</translation>
    </message>
    <message>
      <source>add SalesDesk's own tables, or renew them</source>
      <translation>menambah tabel SalesDesk sendiri, atau memperbaruinya</translation>
    </message>
    <message>
      <source>add a person to a workspace on this computer</source>
      <translation>tambahkan seseorang ke ruang kerja di komputer ini</translation>
    </message>
    <message>
      <source>alike name and company</source>
      <translation>nama dan perusahaan mirip</translation>
    </message>
    <message>
      <source>and {number} more</source>
      <translation>dan {number} lagi</translation>
    </message>
    <message>
      <source>answer in JSON</source>
      <translation>menjawab dalam JSON</translation>
    </message>
    <message>
      <source>argument {name}: {fault}</source>
      <translation>argumen {name}: {fault}</translation>
    </message>
    <message>
      <source>bring customers and contacts in from a spreadsheet</source>
      <translation>memasukkan pelanggan dan kontak dari lembar sebar</translation>
    </message>
    <message>
      <source>bring in the rows that a workbook hides, too</source>
      <translation>sertakan juga baris yang disembunyikan buku kerja</translation>
    </message>
    <message>
      <source>carry out a release that is held</source>
      <translation>menjalankan pelepasan yang ditahan</translation>
    </message>
    <message>
      <source>certificate</source>
      <translation>sertifikat</translation>
    </message>
    <message>
      <source>certificates</source>
      <translation>sertifikat</translation>
    </message>
    <message>
      <source>chart</source>
      <translation>grafik</translation>
    </message>
    <message>
      <source>cold, warm or hot</source>
      <translation>cold, warm, atau hot</translation>
    </message>
    <message>
      <source>compare the reports' cache of contacts with all contacts now</source>
      <translation>membandingkan rangkuman laporan dengan semua kontak sekarang</translation>
    </message>
    <message>
      <source>contact</source>
      <translation>kontak</translation>
    </message>
    <message>
      <source>contacts</source>
      <translation>kontak</translation>
    </message>
    <message>
      <source>contacts a day</source>
      <translation>kontak per hari</translation>
    </message>
    <message>
      <source>contacts a week</source>
      <translation>kontak per minggu</translation>
    </message>
    <message>
      <source>copy a workspace into a file, while it may be open</source>
      <translation>menyalin ruang kerja ke dalam berkas, selagi boleh terbuka</translation>
    </message>
    <message>
      <source>customer</source>
      <translation>pelanggan</translation>
    </message>
    <message>
      <source>customer {id}</source>
      <translation>pelanggan {id}</translation>
    </message>
    <message>
      <source>customers</source>
      <translation>pelanggan</translation>
    </message>
    <message>
      <source>customers that may be one: look for them, link them, say that they differ</source>
      <translation>pelanggan yang mungkin satu: cari, tautkan, nyatakan berbeda</translation>
    </message>
    <message>
      <source>customers who are lost or not to be contacted</source>
      <translation>pelanggan yang tidak jadi atau jangan dihubungi</translation>
    </message>
    <message>
      <source>customers, pool or follow-ups</source>
      <translation>customers (pelanggan), pool (bursa), atau follow-ups (tindak lanjut)</translation>
    </message>
    <message>
      <source>drawn at {size}, everything read after {seconds} s; release run: {customers} released; a process of its own wrote {lines} into a workbook</source>
      <translation>digambar {size}, semua terbaca setelah {seconds} dtk; putaran pelepasan: {customers} dilepas; proses tersendiri menulis {lines} ke buku kerja</translation>
    </message>
    <message>
      <source>else FILE's name</source>
      <translation>bila tidak, menurut nama FILE</translation>
    </message>
    <message>
      <source>erase it; it cannot be undone</source>
      <translation>menghapusnya; tidak dapat diurungkan</translation>
    </message>
    <message>
      <source>event</source>
      <translation>peristiwa</translation>
    </message>
    <message>
      <source>events</source>
      <translation>peristiwa</translation>
    </message>
    <message>
      <source>everybody's who has this role</source>
      <translation>untuk semua yang berperan ini</translation>
    </message>
    <message>
      <source>expected at least one argument</source>
      <translation>memerlukan paling sedikit satu nilai</translation>
    </message>
    <message>
      <source>expected at most one argument</source>
      <translation>menerima paling banyak satu nilai</translation>
    </message>
    <message>
      <source>expected one argument</source>
      <translation>memerlukan satu nilai</translation>
    </message>
    <message>
      <source>expected {number} arguments</source>
      <translation>memerlukan {number} nilai</translation>
    </message>
    <message>
      <source>fault</source>
      <translation>temuan</translation>
    </message>
    <message>
      <source>faults</source>
      <translation>temuan</translation>
    </message>
    <message>
      <source>files</source>
      <translation>berkas</translation>
    </message>
    <message>
      <source>fill a database that holds no customers with made-up ones</source>
      <translation>mengisi basis data tanpa pelanggan dengan pelanggan rekaan</translation>
    </message>
    <message>
      <source>for instance {ids}</source>
      <translation>misalnya {ids}</translation>
    </message>
    <message>
      <source>for instance “Sales Administrator”</source>
      <translation>misalnya “Sales Administrator”</translation>
    </message>
    <message>
      <source>for instance “Team Lead”</source>
      <translation>misalnya “Team Lead”</translation>
    </message>
    <message>
      <source>give a person a SalesDesk role</source>
      <translation>memberi seseorang peran SalesDesk</translation>
    </message>
    <message>
      <source>give everybody in a list a role and an account: account, email, role</source>
      <translation>memberi semua orang dalam daftar peran dan akun: account, email, role</translation>
    </message>
    <message>
      <source>how many contacts a role or an agent shall make, and how far they are</source>
      <translation>berapa kontak yang harus dibuat suatu peran atau agen, dan sejauh mana capaiannya</translation>
    </message>
    <message>
      <source>how the way to the server is secured (off on this computer, else verified)</source>
      <translation>cara jalan ke server diamankan (off di komputer ini, selain itu verified)</translation>
    </message>
    <message>
      <source>icon</source>
      <translation>ikon</translation>
    </message>
    <message>
      <source>icons</source>
      <translation>ikon</translation>
    </message>
    <message>
      <source>ignored explicit argument {value}</source>
      <translation>tidak menerima nilai {value}</translation>
    </message>
    <message>
      <source>in a workspace, or on a shared account: the administrator who acts</source>
      <translation>di ruang kerja, atau dengan akun bersama: administrator yang bertindak</translation>
    </message>
    <message>
      <source>in a workspace, or on a shared account: the lead who acts</source>
      <translation>di ruang kerja, atau dengan akun bersama: ketua tim yang bertindak</translation>
    </message>
    <message>
      <source>in a workspace, or on a shared account: who acts</source>
      <translation>di ruang kerja, atau pada akun bersama: siapa yang bertindak</translation>
    </message>
    <message>
      <source>in a workspace, or on a shared account: who acts; before or after the command</source>
      <translation>di ruang kerja, atau pada akun bersama: siapa yang bertindak; sebelum atau sesudah perintah</translation>
    </message>
    <message>
      <source>in a workspace: who acts</source>
      <translation>di ruang kerja: siapa yang bertindak</translation>
    </message>
    <message>
      <source>in a workspace: who exports</source>
      <translation>di ruang kerja: siapa yang mengekspor</translation>
    </message>
    <message>
      <source>index</source>
      <translation>indeks</translation>
    </message>
    <message>
      <source>indexes</source>
      <translation>indeks</translation>
    </message>
    <message>
      <source>invalid choice: {value} (choose from {choices})</source>
      <translation>pilihan tidak dikenal: {value} (pilih salah satu: {choices})</translation>
    </message>
    <message>
      <source>invalid int value: {value}</source>
      <translation>bukan bilangan bulat: {value}</translation>
    </message>
    <message>
      <source>invalid moment value: {value}</source>
      <translation>bukan waktu yang sah: {value}</translation>
    </message>
    <message>
      <source>keyring</source>
      <translation>gantungan kunci</translation>
    </message>
    <message>
      <source>kind of breach</source>
      <translation>jenis pelanggaran</translation>
    </message>
    <message>
      <source>kinds of breach</source>
      <translation>jenis pelanggaran</translation>
    </message>
    <message>
      <source>let a database account stand for a person</source>
      <translation>membuat akun basis data mewakili seseorang</translation>
    </message>
    <message>
      <source>let a sleeping SalesDesk role count again</source>
      <translation>memberlakukan lagi peran SalesDesk yang tertidur</translation>
    </message>
    <message>
      <source>line</source>
      <translation>baris</translation>
    </message>
    <message>
      <source>lines</source>
      <translation>baris</translation>
    </message>
    <message>
      <source>link two customers as one; the second is released and hidden</source>
      <translation>tautkan dua pelanggan menjadi satu; yang kedua dilepas dan disembunyikan</translation>
    </message>
    <message>
      <source>linked</source>
      <translation>ditautkan</translation>
    </message>
    <message>
      <source>list every target and who is behind</source>
      <translation>daftar semua target dan siapa yang tertinggal</translation>
    </message>
    <message>
      <source>list everybody and both of their roles</source>
      <translation>mendaftar semua orang dan kedua perannya</translation>
    </message>
    <message>
      <source>list everybody who is set aside</source>
      <translation>tampilkan semua yang disisihkan</translation>
    </message>
    <message>
      <source>list pairs that may be one customer, the surest first</source>
      <translation>daftar pasangan yang mungkin satu pelanggan, yang paling yakin lebih dulu</translation>
    </message>
    <message>
      <source>list people, give roles, map accounts</source>
      <translation>mendaftar orang, memberi peran, memetakan akun</translation>
    </message>
    <message>
      <source>make a one-time code, with which a person sets a password of their own</source>
      <translation>membuat kode sekali pakai, untuk menetapkan kata sandi sendiri</translation>
    </message>
    <message>
      <source>make all tables in an empty database</source>
      <translation>membuat semua tabel dalam basis data kosong</translation>
    </message>
    <message>
      <source>make somebody an administrator when none can sign in; needs the upgrade account</source>
      <translation>menjadikan seseorang administrator bila tidak ada yang dapat masuk; memerlukan akun peningkatan</translation>
    </message>
    <message>
      <source>make those that are missing</source>
      <translation>buat yang belum ada</translation>
    </message>
    <message>
      <source>make, upgrade or speed up a database</source>
      <translation>membuat, meningkatkan, atau mempercepat basis data</translation>
    </message>
    <message>
      <source>may be empty: ""</source>
      <translation>boleh kosong: ""</translation>
    </message>
    <message>
      <source>memory, for this run only</source>
      <translation>ingatan, selama program berjalan saja</translation>
    </message>
    <message>
      <source>missing</source>
      <translation>belum ada</translation>
    </message>
    <message>
      <source>mysql://user@host:3306/name or sqlite:///file; else SALESDESK_DATABASE_URL</source>
      <translation>mysql://user@host:3306/name atau sqlite:///file; bila tidak, SALESDESK_DATABASE_URL</translation>
    </message>
    <message>
      <source>name is the first choice</source>
      <translation>pilihan pertama: name</translation>
    </message>
    <message>
      <source>name, company or phone</source>
      <translation>nama, perusahaan, atau telepon</translation>
    </message>
    <message>
      <source>nobody to work as</source>
      <translation>tidak ada yang dapat bekerja</translation>
    </message>
    <message>
      <source>none</source>
      <translation>tidak ada</translation>
    </message>
    <message>
      <source>none, overdue, today or planned</source>
      <translation>none, overdue, today, atau planned</translation>
    </message>
    <message>
      <source>not allowed with argument {name}</source>
      <translation>tidak boleh bersama argumen {name}</translation>
    </message>
    <message>
      <source>not the same</source>
      <translation>bukan orang yang sama</translation>
    </message>
    <message>
      <source>nothing will come of it</source>
      <translation>tidak akan ada hasilnya</translation>
    </message>
    <message>
      <source>numbers and zones</source>
      <translation>nomor dan zona</translation>
    </message>
    <message>
      <source>of CSV</source>
      <translation>dari CSV</translation>
    </message>
    <message>
      <source>of CSV, such as utf-8 or cp1252</source>
      <translation>dari CSV, misalnya utf-8 atau cp1252</translation>
    </message>
    <message>
      <source>of a workbook; else its first</source>
      <translation>dari buku kerja; bila tidak, yang pertama</translation>
    </message>
    <message>
      <source>of contacts that name none</source>
      <translation>bagi kontak yang tidak menyebutnya</translation>
    </message>
    <message>
      <source>of the answer (as chosen for the window, else as the system's)</source>
      <translation>bahasa jawaban (seperti dipilih untuk jendela, bila tidak, seperti sistem)</translation>
    </message>
    <message>
      <source>ok</source>
      <translation>baik</translation>
    </message>
    <message>
      <source>one agent's, by name or id</source>
      <translation>untuk satu agen, menurut nama atau id</translation>
    </message>
    <message>
      <source>one of the arguments {names} is required</source>
      <translation>salah satu argumen ini wajib diisi: {names}</translation>
    </message>
    <message>
      <source>one of: elsewhere, price, not_interested, no_answer, asked, wrong_number, gone</source>
      <translation>salah satu dari: elsewhere, price, not_interested, no_answer, asked, wrong_number, gone</translation>
    </message>
    <message>
      <source>options</source>
      <translation>pilihan</translation>
    </message>
    <message>
      <source>people</source>
      <translation>orang</translation>
    </message>
    <message>
      <source>person</source>
      <translation>orang</translation>
    </message>
    <message>
      <source>positional arguments</source>
      <translation>argumen berurutan</translation>
    </message>
    <message>
      <source>program</source>
      <translation>program</translation>
    </message>
    <message>
      <source>put a backup in a workspace's place; what stands there is kept beside it</source>
      <translation>menaruh cadangan sebagai ruang kerja; yang ada sekarang disimpan di sampingnya</translation>
    </message>
    <message>
      <source>pyqtgraph {version} draws</source>
      <translation>pyqtgraph {version} dapat menggambar</translation>
    </message>
    <message>
      <source>reckon every customer's summary, by which lists are read, from its rows now</source>
      <translation>menghitung ringkasan setiap pelanggan, yang dibaca daftar, dari barisnya sekarang</translation>
    </message>
    <message>
      <source>release the customers whom nobody has contacted</source>
      <translation>melepas pelanggan yang tidak dihubungi siapa pun</translation>
    </message>
    <message>
      <source>remember that two customers are not the same</source>
      <translation>ingat bahwa dua pelanggan bukan orang yang sama</translation>
    </message>
    <message>
      <source>report what in the database breaks the rules, or mend one kind of it</source>
      <translation>melaporkan yang melanggar aturan dalam basis data, atau memperbaiki satu jenis</translation>
    </message>
    <message>
      <source>role {role}</source>
      <translation>peran {role}</translation>
    </message>
    <message>
      <source>row</source>
      <translation>baris</translation>
    </message>
    <message>
      <source>rows</source>
      <translation>baris</translation>
    </message>
    <message>
      <source>same number</source>
      <translation>nomor sama</translation>
    </message>
    <message>
      <source>same second number</source>
      <translation>nomor kedua sama</translation>
    </message>
    <message>
      <source>same seed, same customers</source>
      <translation>benih sama, pelanggan sama</translation>
    </message>
    <message>
      <source>say the version</source>
      <translation>menyebut versinya</translation>
    </message>
    <message>
      <source>say what it would do</source>
      <translation>menyebut yang akan dilakukan</translation>
    </message>
    <message>
      <source>say what support needs to know: versions, database, settings, the end of the log</source>
      <translation>menyebut yang perlu diketahui tim bantuan: versi, basis data, pengaturan, akhir log</translation>
    </message>
    <message>
      <source>say what would be done, only</source>
      <translation>hanya menyebut yang akan dilakukan</translation>
    </message>
    <message>
      <source>say who is due, change nothing</source>
      <translation>menyebut siapa yang jatuh tempo, tanpa mengubah apa pun</translation>
    </message>
    <message>
      <source>set a customer aside, out of every list of the day</source>
      <translation>sisihkan pelanggan dari semua daftar harian</translation>
    </message>
    <message>
      <source>set a target; without --day and --week it is taken away</source>
      <translation>tetapkan target; tanpa --day dan --week target itu dihapus</translation>
    </message>
    <message>
      <source>show row by row what mending this kind would change</source>
      <translation>menunjukkan baris demi baris yang akan diubah perbaikan jenis ini</translation>
    </message>
    <message>
      <source>show the exact rights that an account needs, as GRANT statements</source>
      <translation>menunjukkan hak yang tepat bagi sebuah akun, sebagai pernyataan GRANT</translation>
    </message>
    <message>
      <source>show the recommended indexes and why</source>
      <translation>menunjukkan indeks yang dianjurkan dan alasannya</translation>
    </message>
    <message>
      <source>show this help message and exit</source>
      <translation>menampilkan bantuan ini lalu keluar</translation>
    </message>
    <message>
      <source>show, and with --apply erase, what SalesDesk itself keeps of a customer</source>
      <translation>menunjukkan, dan dengan --apply menghapus, yang disimpan SalesDesk sendiri tentang seorang pelanggan</translation>
    </message>
    <message>
      <source>skip is the first choice</source>
      <translation>pilihan pertama: skip</translation>
    </message>
    <message>
      <source>so already</source>
      <translation>sudah begitu</translation>
    </message>
    <message>
      <source>such as Referral</source>
      <translation>misalnya Referral</translation>
    </message>
    <message>
      <source>such as name,phone,owner</source>
      <translation>misalnya name,phone,owner</translation>
    </message>
    <message>
      <source>summaries</source>
      <translation>ringkasan</translation>
    </message>
    <message>
      <source>summary</source>
      <translation>ringkasan</translation>
    </message>
    <message>
      <source>table</source>
      <translation>tabel</translation>
    </message>
    <message>
      <source>tables</source>
      <translation>tabel</translation>
    </message>
    <message>
      <source>take a customer back</source>
      <translation>kembalikan pelanggan</translation>
    </message>
    <message>
      <source>take a linked customer apart</source>
      <translation>pisahkan pelanggan yang ditautkan</translation>
    </message>
    <message>
      <source>take a person's SalesDesk role away; the booking application's stays</source>
      <translation>mencabut peran SalesDesk seseorang; peran di aplikasi pemesanan tetap</translation>
    </message>
    <message>
      <source>take an import back, by its number</source>
      <translation>menarik kembali sebuah impor, menurut nomornya</translation>
    </message>
    <message>
      <source>take it back</source>
      <translation>tarik kembali</translation>
    </message>
    <message>
      <source>take over the owner as well</source>
      <translation>ambil juga pemegangnya</translation>
    </message>
    <message>
      <source>take the person's password away instead</source>
      <translation>mencabut kata sandi orang itu</translation>
    </message>
    <message>
      <source>the cell</source>
      <translation>sel</translation>
    </message>
    <message>
      <source>the certificate to trust</source>
      <translation>sertifikat yang dipercaya</translation>
    </message>
    <message>
      <source>the chart came out empty</source>
      <translation>grafiknya kosong</translation>
    </message>
    <message>
      <source>the customer that is hidden</source>
      <translation>pelanggan yang disembunyikan</translation>
    </message>
    <message>
      <source>the customer that stays, by id or number</source>
      <translation>pelanggan yang tetap, menurut id atau nomor</translation>
    </message>
    <message>
      <source>the customer's id, or a phone number</source>
      <translation>id pelanggan, atau nomor telepon</translation>
    </message>
    <message>
      <source>the date column is the last contact</source>
      <translation>kolom tanggal adalah kontak terakhir</translation>
    </message>
    <message>
      <source>the export ended with {fault}</source>
      <translation>ekspor berakhir dengan {fault}</translation>
    </message>
    <message>
      <source>the following arguments are required: {names}</source>
      <translation>argumen ini belum diisi: {names}</translation>
    </message>
    <message>
      <source>the id, or a phone number</source>
      <translation>id, atau nomor telepon</translation>
    </message>
    <message>
      <source>the line</source>
      <translation>baris</translation>
    </message>
    <message>
      <source>the line with the titles; 0: there is none</source>
      <translation>baris judul kolom; 0: tidak ada</translation>
    </message>
    <message>
      <source>the lines that were left out, and why</source>
      <translation>baris yang dilewatkan, dan alasannya</translation>
    </message>
    <message>
      <source>the name in {events} about many</source>
      <translation>namanya di {events} tentang banyak pelanggan</translation>
    </message>
    <message>
      <source>the one that is hidden</source>
      <translation>yang disembunyikan</translation>
    </message>
    <message>
      <source>the other one</source>
      <translation>yang lain</translation>
    </message>
    <message>
      <source>the reason in your own words</source>
      <translation>alasannya dengan kata-kata Anda</translation>
    </message>
    <message>
      <source>there</source>
      <translation>ada</translation>
    </message>
    <message>
      <source>there is nothing to mend.</source>
      <translation>tidak ada yang perlu diperbaiki.</translation>
    </message>
    <message>
      <source>they are not to be contacted</source>
      <translation>mereka jangan dihubungi</translation>
    </message>
    <message>
      <source>try out that this program works</source>
      <translation>mencoba apakah program ini berfungsi</translation>
    </message>
    <message>
      <source>turn the order round</source>
      <translation>membalik urutannya</translation>
    </message>
    <message>
      <source>unrecognized arguments: {names}</source>
      <translation>argumen tidak dikenal: {names}</translation>
    </message>
    <message>
      <source>usage:</source>
      <translation>pemakaian:</translation>
    </message>
    <message>
      <source>use a workspace with sample data</source>
      <translation>memakai ruang kerja dengan data contoh</translation>
    </message>
    <message>
      <source>what counts as now (the database's clock)</source>
      <translation>yang dianggap sekarang (jam basis data)</translation>
    </message>
    <message>
      <source>what was said of pairs so far</source>
      <translation>yang sudah diputuskan tentang pasangan</translation>
    </message>
    <message>
      <source>what was typed in {events}</source>
      <translation>yang diketik di {events}</translation>
    </message>
    <message>
      <source>who leaves within N days</source>
      <translation>yang lepas dalam N hari</translation>
    </message>
    <message>
      <source>who will stand for them (not in a workspace)</source>
      <translation>akun yang akan mewakilinya (tidak di ruang kerja)</translation>
    </message>
    <message>
      <source>whose account it is</source>
      <translation>akun siapa</translation>
    </message>
    <message>
      <source>window</source>
      <translation>jendela</translation>
    </message>
    <message>
      <source>with --confirm in a workspace: who confirms</source>
      <translation>dengan --confirm di ruang kerja: siapa yang menyetujui</translation>
    </message>
    <message>
      <source>with --demo: make the sample workspace anew</source>
      <translation>dengan --demo: membuat ruang kerja contoh baru</translation>
    </message>
    <message>
      <source>with --repair: mend it</source>
      <translation>dengan --repair: memperbaikinya</translation>
    </message>
    <message>
      <source>with its host, such as rina@%%</source>
      <translation>dengan host-nya, misalnya rina@%%</translation>
    </message>
    <message>
      <source>without a host: any host</source>
      <translation>tanpa host: host mana pun</translation>
    </message>
    <message>
      <source>write customers, the pool or follow-ups into a file</source>
      <translation>menulis pelanggan, bursa, atau tindak lanjut ke dalam berkas</translation>
    </message>
    <message>
      <source>write the mapping as it would be used</source>
      <translation>menulis pemetaan seperti yang akan dipakai</translation>
    </message>
    <message>
      <source>{breaches}; {number} more only worth knowing.</source>
      <translation>{breaches}; {number} lagi hanya perlu diketahui.</translation>
    </message>
    <message>
      <source>{customers} kept</source>
      <translation>{customers} dibiarkan</translation>
    </message>
    <message>
      <source>{customers} left out: another program holds them.</source>
      <translation>{customers} dilewatkan: program lain menahannya.</translation>
    </message>
    <message>
      <source>{customers} left over, because another program holds or changed them: {ids}. Run the command again.</source>
      <translation>{customers} tersisa, karena program lain menahan atau mengubahnya: {ids}. Jalankan perintah ini lagi.</translation>
    </message>
    <message>
      <source>{customers} left to the next run: another program holds the rows.</source>
      <translation>{customers} ditinggalkan untuk putaran berikutnya: program lain menahan barisnya.</translation>
    </message>
    <message>
      <source>{customers} mended.</source>
      <translation>{customers} diperbaiki.</translation>
    </message>
    <message>
      <source>{customers} of {all} would be released. Nobody is, until somebody who may confirms it: salesdesk release --confirm</source>
      <translation>{customers} dari {all} akan dilepas. Tidak ada yang dilepas sampai seseorang yang boleh menyetujuinya: salesdesk release --confirm</translation>
    </message>
    <message>
      <source>{customers} summarised for the lists.</source>
      <translation>{customers} diringkas untuk daftar.</translation>
    </message>
    <message>
      <source>{customers} would be mended; nothing was changed. Add --apply.</source>
      <translation>{customers} akan diperbaiki; tidak ada yang diubah. Tambahkan --apply.</translation>
    </message>
    <message>
      <source>{customers} written, {rows}, in {seconds} s.</source>
      <translation>{customers} ditulis, {rows}, dalam {seconds} dtk.</translation>
    </message>
    <message>
      <source>{deleted} deleted, {contacts} removed, {emptied} as before.</source>
      <translation>{deleted} dihapus, {contacts} dibuang, {emptied} seperti sebelumnya.</translation>
    </message>
    <message>
      <source>{due} of {all} would be released.</source>
      <translation>{due} dari {all} akan dilepas.</translation>
    </message>
    <message>
      <source>{email} has no SalesDesk role any more.</source>
      <translation>{email} tidak lagi punya peran SalesDesk.</translation>
    </message>
    <message>
      <source>{email} has no password in SalesDesk any more.</source>
      <translation>{email} tidak lagi punya kata sandi di SalesDesk.</translation>
    </message>
    <message>
      <source>{email} has the role {role}.</source>
      <translation>{email} punya peran {role}.</translation>
    </message>
    <message>
      <source>{email} is an administrator. Every administrator's window says so.</source>
      <translation>{email} adalah administrator. Jendela setiap administrator memberitahukannya.</translation>
    </message>
    <message>
      <source>{email} sets a password of their own with this code, once, within a day: in the window, Sign in, “I have a one-time code”.</source>
      <translation>{email} menetapkan kata sandinya sendiri dengan kode ini, satu kali, dalam sehari: di jendela, Masuk, “Saya punya kode sekali pakai”.</translation>
    </message>
    <message>
      <source>{email}'s own password, or Firebase's:</source>
      <translation>Kata sandi {email} sendiri, atau dari Firebase:</translation>
    </message>
    <message>
      <source>{file} is not written in UTF-8.</source>
      <translation>{file} tidak ditulis dalam UTF-8.</translation>
    </message>
    <message>
      <source>{hidden} is a customer of its own again.</source>
      <translation>{hidden} kembali menjadi pelanggan sendiri.</translation>
    </message>
    <message>
      <source>{hidden} is linked to {stays}.</source>
      <translation>{hidden} ditautkan ke {stays}.</translation>
    </message>
    <message>
      <source>{indexes} made.</source>
      <translation>{indexes} dibuat.</translation>
    </message>
    <message>
      <source>{lines} written to {file}.</source>
      <translation>{lines} ditulis ke {file}.</translation>
    </message>
    <message>
      <source>{lines}, {refused} refused.</source>
      <translation>{lines}, {refused} ditolak.</translation>
    </message>
    <message>
      <source>{lines}: {new} new, {filled} filled, {contacts} added, {known} known already, {invalid} not valid.</source>
      <translation>{lines}: {new} baru, {filled} dilengkapi, {contacts} ditambahkan, {known} sudah dikenal, {invalid} tidak sah.</translation>
    </message>
    <message>
      <source>{lines}: {new} would be new, {filled} would be filled, {contacts} would be added, {known} known already, {invalid} not valid.</source>
      <translation>{lines}: {new} akan baru, {filled} akan dilengkapi, {contacts} akan ditambahkan, {known} sudah dikenal, {invalid} tidak sah.</translation>
    </message>
    <message>
      <source>{name} (was with {owner})</source>
      <translation>{name} (tadinya dipegang {owner})</translation>
    </message>
    <message>
      <source>{name} has no target of its own any more.</source>
      <translation>{name} tidak lagi punya target sendiri.</translation>
    </message>
    <message>
      <source>{name} has the role {role}.</source>
      <translation>{name} mendapat peran {role}.</translation>
    </message>
    <message>
      <source>{name} is back.</source>
      <translation>{name} dikembalikan.</translation>
    </message>
    <message>
      <source>{name} is set aside.</source>
      <translation>{name} disisihkan.</translation>
    </message>
    <message>
      <source>{name}: SalesDesk had written the role {role} into the booking application, where {before} stood before. It stands there still, and is the SalesDesk role too, so that the booking application may put its own back.</source>
      <translation>{name}: SalesDesk dahulu menulis peran {role} ke aplikasi pemesanan, menggantikan {before}. Peran itu masih tertulis di sana dan kini juga menjadi peran SalesDesk, sehingga aplikasi pemesanan dapat mengembalikan perannya sendiri.</translation>
    </message>
    <message>
      <source>{name}: {day} a day, {week} a week.</source>
      <translation>{name}: {day} per hari, {week} per minggu.</translation>
    </message>
    <message>
      <source>{role} (inactive)</source>
      <translation>{role} (tidak aktif)</translation>
    </message>
    <message>
      <source>{role} (sleeping)</source>
      <translation>{role} (tertidur)</translation>
    </message>
    <message>
      <source>{rows} of {table}</source>
      <translation>{rows} di {table}</translation>
    </message>
    <message>
      <source>{tables}, {icons}</source>
      <translation>{tables}, {icons}</translation>
    </message>
    <message>
      <source>{workspace} is backed up in {file}; the copy was checked.</source>
      <translation>{workspace} dicadangkan di {file}; salinannya sudah diperiksa.</translation>
    </message>
    <message>
      <source>{workspace} is now as it was in {file}.</source>
      <translation>{workspace} sekarang seperti dalam {file}.</translation>
    </message>
    <message>
      <source>“{typed}” is none of: {known}</source>
      <translation>“{typed}” bukan salah satu dari: {known}</translation>
    </message>
    <message>
      <source>… and more; see the file of --rejects.</source>
      <translation>… dan lainnya; lihat berkas --rejects.</translation>
    </message>
  </context>
  <context>
    <name>confirm</name>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Release {name}</source>
      <translation>Lepas {name}</translation>
    </message>
    <message>
      <source>Release {number} customers</source>
      <translation>Lepas {number} pelanggan</translation>
    </message>
  </context>
  <context>
    <name>connection</name>
    <message>
      <source>A shared account, Firebase</source>
      <translation>Akun bersama, Firebase</translation>
    </message>
    <message>
      <source>A shared account, own passwords</source>
      <translation>Akun bersama, kata sandi sendiri</translation>
    </message>
    <message>
      <source>Add a connection</source>
      <translation>Tambah sambungan</translation>
    </message>
    <message>
      <source>An account per person</source>
      <translation>Satu akun per orang</translation>
    </message>
    <message>
      <source>Change the connection</source>
      <translation>Ubah sambungan</translation>
    </message>
    <message>
      <source>Connect</source>
      <translation>Sambungkan</translation>
    </message>
    <message>
      <source>Connect to the company's MySQL</source>
      <translation>Sambungkan ke MySQL perusahaan</translation>
    </message>
    <message>
      <source>Encrypted, and only a server with the certificate in this file is trusted. For a server that made its own certificate.</source>
      <translation>Terenkripsi, dan hanya server dengan sertifikat dalam berkas ini yang dipercaya. Untuk server yang membuat sertifikatnya sendiri.</translation>
    </message>
    <message>
      <source>Encrypted, and the server proves by its certificate that it is the one you named. The best choice over any network.</source>
      <translation>Terenkripsi, dan server membuktikan dengan sertifikatnya bahwa ialah yang Anda sebut. Pilihan terbaik di jaringan mana pun.</translation>
    </message>
    <message>
      <source>Encrypted, not verified</source>
      <translation>Terenkripsi, tanpa verifikasi</translation>
    </message>
    <message>
      <source>Nobody can listen, but another computer could pretend to be the server.</source>
      <translation>Tidak ada yang dapat menyadap, tetapi komputer lain bisa berpura-pura menjadi server.</translation>
    </message>
    <message>
      <source>Not encrypted: password and customers can be read on the way. Only for a server on this very computer.</source>
      <translation>Tanpa enkripsi: kata sandi dan pelanggan dapat dibaca di jalan. Hanya untuk server di komputer ini sendiri.</translation>
    </message>
    <message>
      <source>Off</source>
      <translation>Mati</translation>
    </message>
    <message>
      <source>Pinned certificate</source>
      <translation>Sertifikat disematkan</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>Several people share the database account, and each has a password in SalesDesk. It protects against colleagues at the keyboard, not against whoever knows the shared account.</source>
      <translation>Beberapa orang berbagi akun basis data, dan masing-masing punya kata sandi di SalesDesk. Ini melindungi dari rekan di papan tik, bukan dari orang yang tahu akun bersama itu.</translation>
    </message>
    <message>
      <source>Several people share the database account, and each signs in as in the booking application. An administrator enters the project in the settings first.</source>
      <translation>Beberapa orang berbagi akun basis data, dan masing-masing masuk seperti di aplikasi pemesanan. Administrator lebih dulu mengisi proyeknya di pengaturan.</translation>
    </message>
    <message>
      <source>The database account says who you are. The best choice for an office.</source>
      <translation>Akun basis data menyatakan siapa Anda. Pilihan terbaik untuk kantor.</translation>
    </message>
    <message>
      <source>Verified</source>
      <translation>Terverifikasi</translation>
    </message>
  </context>
  <context>
    <name>contact</name>
    <message>
      <source>A hot customer would be left without one.</source>
      <translation>Pelanggan panas akan tertinggal tanpa tindak lanjut.</translation>
    </message>
    <message>
      <source>A warm customer would be left without one.</source>
      <translation>Pelanggan hangat akan tertinggal tanpa tindak lanjut.</translation>
    </message>
    <message>
      <source>Clear it</source>
      <translation>Hapus</translation>
    </message>
    <message>
      <source>Edit contact</source>
      <translation>Ubah kontak</translation>
    </message>
    <message>
      <source>In the pool, nobody's customer</source>
      <translation>Di bursa, belum dipegang siapa pun</translation>
    </message>
    <message>
      <source>Keep it</source>
      <translation>Biarkan</translation>
    </message>
    <message>
      <source>Log contact</source>
      <translation>Catat kontak</translation>
    </message>
    <message>
      <source>No next step.</source>
      <translation>Tanpa tindak lanjut.</translation>
    </message>
    <message>
      <source>Takes the place of {day}.</source>
      <translation>Menggantikan {day}.</translation>
    </message>
    <message>
      <source>The longest time with one agent ends on {when}: then it leaves you.</source>
      <translation>Masa terlama pada satu agen berakhir {when}: saat itu ia lepas dari Anda.</translation>
    </message>
    <message>
      <source>The longest time with one agent ends on {when}: then it leaves {owner}.</source>
      <translation>Masa terlama pada satu agen berakhir {when}: saat itu ia lepas dari {owner}.</translation>
    </message>
    <message>
      <source>With {name}</source>
      <translation>Pada {name}</translation>
    </message>
    <message>
      <source>With {name} since {since}</source>
      <translation>Pada {name} sejak {since}</translation>
    </message>
    <message>
      <source>Without another contact the customer leaves you on {when}.</source>
      <translation>Tanpa kontak lagi, pelanggan ini lepas dari Anda pada {when}.</translation>
    </message>
    <message>
      <source>Without another contact the customer leaves {owner} on {when}.</source>
      <translation>Tanpa kontak lagi, pelanggan ini lepas dari {owner} pada {when}.</translation>
    </message>
    <message>
      <source>Yours</source>
      <translation>Milik Anda</translation>
    </message>
    <message>
      <source>Yours since {since}</source>
      <translation>Milik Anda sejak {since}</translation>
    </message>
    <message>
      <source>last WhatsApp {day}</source>
      <translation>WhatsApp terakhir {day}</translation>
    </message>
    <message>
      <source>last call {day}</source>
      <translation>telepon terakhir {day}</translation>
    </message>
    <message>
      <source>last contact {day}</source>
      <translation>kontak terakhir {day}</translation>
    </message>
    <message>
      <source>last visit {day}</source>
      <translation>kunjungan terakhir {day}</translation>
    </message>
    <message>
      <source>never contacted</source>
      <translation>belum pernah dihubungi</translation>
    </message>
    <message>
      <source>{day} stays planned.</source>
      <translation>{day} tetap direncanakan.</translation>
    </message>
    <message>
      <source>{day} will be cleared.</source>
      <translation>{day} akan dihapus.</translation>
    </message>
    <message>
      <source>{how}, C, V: how · {went}, U: how it went · {step}, 3, 7, 4: next step</source>
      <translation>{how}, C, V: cara · {went}, U: hasil · {step}, 3, 7, 4: tindak lanjut</translation>
    </message>
    <message>
      <source>{when} lies after the release date.</source>
      <translation>{when} jatuh setelah tanggal pelepasan.</translation>
    </message>
  </context>
  <context>
    <name>crash</name>
    <message>
      <source>Unexpected error</source>
      <translation>Kesalahan tak terduga</translation>
    </message>
  </context>
  <context>
    <name>customer</name>
    <message>
      <source>Edit customer</source>
      <translation>Ubah pelanggan</translation>
    </message>
    <message>
      <source>New customer</source>
      <translation>Pelanggan baru</translation>
    </message>
  </context>
  <context>
    <name>customers</name>
    <message>
      <source>(no name)</source>
      <translation>(tanpa nama)</translation>
    </message>
    <message numerus="yes">
      <source>1 customer</source>
      <comment>{number} customers</comment>
      <translation>
        <numerusform>{number} pelanggan</numerusform>
      </translation>
    </message>
    <message>
      <source>Address</source>
      <translation>Alamat</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kontak</translation>
    </message>
    <message>
      <source>Created</source>
      <translation>Dibuat</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Customers of the booking application and those that you enter are listed here, with their owner and the days until they leave.</source>
      <translation>Pelanggan dari aplikasi pemesanan dan yang Anda masukkan tercantum di sini, dengan pemegangnya dan sisa hari sampai lepas.</translation>
    </message>
    <message>
      <source>Days left</source>
      <translation>Sisa hari</translation>
    </message>
    <message>
      <source>Last contact</source>
      <translation>Kontak terakhir</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Newest note</source>
      <translation>Catatan terbaru</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Tindak lanjut</translation>
    </message>
    <message>
      <source>No customer matches the search and the filters that are set.</source>
      <translation>Tidak ada pelanggan yang cocok dengan pencarian dan filter yang dipasang.</translation>
    </message>
    <message>
      <source>No customers yet</source>
      <translation>Belum ada pelanggan</translation>
    </message>
    <message>
      <source>Nobody matches</source>
      <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
      <source>Orders</source>
      <translation>Pesanan</translation>
    </message>
    <message>
      <source>Other phones</source>
      <translation>Telepon lain</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Protected until {when}</source>
      <translation>Dilindungi sampai {when}</translation>
    </message>
    <message>
      <source>Protected until {when} by {name}</source>
      <translation>Dilindungi sampai {when} oleh {name}</translation>
    </message>
    <message>
      <source>Registered by</source>
      <translation>Didaftarkan oleh</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>Disisihkan</translation>
    </message>
    <message>
      <source>Sorting by {column} is offered for fewer than {number} customers: narrow the list with a filter first.</source>
      <translation>Pengurutan menurut {column} tersedia untuk kurang dari {number} pelanggan: persempit dulu daftar dengan filter.</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Sumber</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>The customers could not be read</source>
      <translation>Pelanggan tidak dapat dibaca</translation>
    </message>
    <message>
      <source>The list is read as soon as it answers again.</source>
      <translation>Daftar dibaca begitu server menjawab lagi.</translation>
    </message>
    <message>
      <source>available</source>
      <translation>bebas</translation>
    </message>
    <message>
      <source>hidden</source>
      <translation>tersembunyi</translation>
    </message>
    <message>
      <source>leaves on {when}</source>
      <translation>lepas {when}</translation>
    </message>
    <message>
      <source>period ends on {when}</source>
      <translation>masa pegang berakhir {when}</translation>
    </message>
    <message>
      <source>was due on {when}</source>
      <translation>jatuh tempo pada {when}</translation>
    </message>
    <message numerus="yes">
      <source>{number} of 1 customer</source>
      <comment>{number} of {all} customers</comment>
      <translation>
        <numerusform>{number} dari {all} pelanggan</numerusform>
      </translation>
    </message>
    <message>
      <source>{owner}, since {when}</source>
      <translation>{owner}, sejak {when}</translation>
    </message>
  </context>
  <context>
    <name>dates</name>
    <message>
      <source>Choose from a calendar</source>
      <translation>Pilih dari kalender</translation>
    </message>
    <message>
      <source>Clear the date</source>
      <translation>Kosongkan tanggal</translation>
    </message>
    <message>
      <source>For example 15/12, fri 3pm, besok, senin 10.00 or +3</source>
      <translation>Misalnya 15/12, jumat 15.00, besok, senin 10.00, atau +3</translation>
    </message>
    <message>
      <source>The office's time; here it is {here}.</source>
      <translation>Waktu kantor; di sini {here}.</translation>
    </message>
    <message>
      <source>“{text}” is not understood. Write 15/12, fri or +3.</source>
      <translation>“{text}” tidak dimengerti. Tulis 15/12, jumat, atau +3.</translation>
    </message>
    <message>
      <source>“{text}”: that day is another weekday.</source>
      <translation>“{text}”: hari itu jatuh pada hari lain dalam minggu.</translation>
    </message>
    <message>
      <source>“{text}”: there is no such day. The day comes first.</source>
      <translation>“{text}”: tidak ada hari seperti itu. Tanggal ditulis lebih dulu.</translation>
    </message>
    <message>
      <source>“{text}”: there is no such time.</source>
      <translation>“{text}”: tidak ada waktu seperti itu.</translation>
    </message>
  </context>
  <context>
    <name>distribute</name>
    <message numerus="yes">
      <source>Distribute 1 customer</source>
      <comment>Distribute {number} customers</comment>
      <translation>
        <numerusform>Bagikan {number} pelanggan</numerusform>
      </translation>
    </message>
    <message>
      <source>{customers} to {agents}; the idle clock of each starts anew.</source>
      <translation>{customers} kepada {agents}; hitungan hari masing-masing mulai lagi.</translation>
    </message>
    <message numerus="yes">
      <source>{number} agent</source>
      <comment>{number} agents</comment>
      <translation>
        <numerusform>{number} agen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} customer</source>
      <comment>{number} customers</comment>
      <translation>
        <numerusform>{number} pelanggan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} stays where it is.</source>
      <comment>{number} stay where they are.</comment>
      <translation>
        <numerusform>{number} tetap di tempatnya.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>doctor</name>
    <message>
      <source>An administrator corrects customer_binding_history; SalesDesk never rewrites history.</source>
      <translation>Administrator membetulkan customer_binding_history; SalesDesk tidak pernah menulis ulang riwayat.</translation>
    </message>
    <message>
      <source>An administrator enters inactivity, manual_release or period_ended.</source>
      <translation>Administrator mengisi inactivity, manual_release, atau period_ended.</translation>
    </message>
    <message>
      <source>Available customers that still name an owner or a beginning of a binding.</source>
      <translation>Pelanggan bebas yang masih menyebut pemegang atau awal pegangan.</translation>
    </message>
    <message>
      <source>Available customers whose ownership history still has an open row.</source>
      <translation>Pelanggan bebas yang riwayat pemegangnya masih punya baris terbuka.</translation>
    </message>
    <message>
      <source>Bound customers whose binding has no beginning; the day they were created stands in.</source>
      <translation>Pelanggan yang dipegang tanpa awal pegangan; hari pembuatannya dipakai sebagai ganti.</translation>
    </message>
    <message>
      <source>Bound customers whose owner is no user any more; the uid is shown instead of a name.</source>
      <translation>Pelanggan yang pemegangnya bukan pengguna lagi; uid ditampilkan sebagai ganti nama.</translation>
    </message>
    <message>
      <source>Bound customers whose ownership history does not say who has them now.</source>
      <translation>Pelanggan yang dipegang, tetapi riwayat pemegangnya tidak menyebut siapa pemegang sekarang.</translation>
    </message>
    <message>
      <source>Bound customers whose ownership history has an open row of somebody else.</source>
      <translation>Pelanggan yang dipegang, tetapi riwayat pemegangnya punya baris terbuka milik orang lain.</translation>
    </message>
    <message>
      <source>Bound customers with more than one open row in their ownership history.</source>
      <translation>Pelanggan yang dipegang dengan lebih dari satu baris terbuka di riwayat pemegangnya.</translation>
    </message>
    <message>
      <source>Closed rows of the ownership history that do not say why they were closed.</source>
      <translation>Baris tertutup di riwayat pemegang yang tidak menyebut alasan penutupannya.</translation>
    </message>
    <message>
      <source>Correct it in the booking application.</source>
      <translation>Betulkan di aplikasi pemesanan.</translation>
    </message>
    <message>
      <source>Customers marked bound to nobody. SalesDesk counts them as available.</source>
      <translation>Pelanggan yang ditandai dipegang, tetapi tanpa pemegang. SalesDesk menghitungnya sebagai bebas.</translation>
    </message>
    <message>
      <source>Customers registered by somebody who is no user any more.</source>
      <translation>Pelanggan yang didaftarkan oleh orang yang bukan pengguna lagi.</translation>
    </message>
    <message>
      <source>Customers that are hidden and to which others are linked; SalesDesk never makes such a link.</source>
      <translation>Pelanggan yang disembunyikan dan sekaligus ditautkan oleh pelanggan lain; SalesDesk tidak pernah membuat tautan seperti itu.</translation>
    </message>
    <message>
      <source>Customers that two agents had at the same time, by their ownership history.</source>
      <translation>Pelanggan yang menurut riwayat pemegangnya dipegang dua agen pada waktu yang sama.</translation>
    </message>
    <message>
      <source>Customers that were linked to one that is gone. Nobody is hidden by such a link.</source>
      <translation>Pelanggan yang ditautkan ke pelanggan yang sudah tidak ada. Tautan itu tidak menyembunyikan siapa pun.</translation>
    </message>
    <message>
      <source>Customers whose phone number another application wrote and no sweep has seen yet, or that is no number at all. A search in another format does not find it.</source>
      <translation>Pelanggan yang nomor teleponnya ditulis aplikasi lain dan belum diperiksa SalesDesk, atau sama sekali bukan nomor. Pencarian dalam bentuk lain tidak menemukannya.</translation>
    </message>
    <message>
      <source>Customers without a name.</source>
      <translation>Pelanggan tanpa nama.</translation>
    </message>
    <message>
      <source>Customers without a sales status. They count as cold.</source>
      <translation>Pelanggan tanpa status penjualan. Mereka dihitung dingin.</translation>
    </message>
    <message>
      <source>Dates more than a day ahead as beginnings of a binding. The idle clock leaves them out.</source>
      <translation>Tanggal lebih dari sehari di depan sebagai awal pegangan. Tidak masuk hitungan hari.</translation>
    </message>
    <message>
      <source>Dates more than a day ahead as beginnings of a row of the ownership history. The idle clock leaves them out.</source>
      <translation>Tanggal lebih dari sehari di depan sebagai awal baris riwayat pemegang. Tidak masuk hitungan hari.</translation>
    </message>
    <message>
      <source>Dates more than a day ahead as dates of a contact. The idle clock leaves them out.</source>
      <translation>Tanggal lebih dari sehari di depan sebagai tanggal kontak. Tidak masuk hitungan hari.</translation>
    </message>
    <message>
      <source>Dates more than a day ahead as dates of a last interaction. The idle clock leaves them out.</source>
      <translation>Tanggal lebih dari sehari di depan sebagai tanggal interaksi terakhir. Tidak masuk hitungan hari.</translation>
    </message>
    <message>
      <source>Dates more than a day ahead as dates of a next follow-up. The idle clock leaves them out.</source>
      <translation>Tanggal lebih dari sehari di depan sebagai tanggal tindak lanjut berikutnya. Tidak masuk hitungan hari.</translation>
    </message>
    <message>
      <source>Dates more than a day ahead as dates of creation. The idle clock leaves them out.</source>
      <translation>Tanggal lebih dari sehari di depan sebagai tanggal pembuatan. Tidak masuk hitungan hari.</translation>
    </message>
    <message>
      <source>Dates more than a day ahead as ends of a row of the ownership history. The idle clock leaves them out.</source>
      <translation>Tanggal lebih dari sehari di depan sebagai akhir baris riwayat pemegang. Tidak masuk hitungan hari.</translation>
    </message>
    <message>
      <source>Edit them and enter the name.</source>
      <translation>Ubah datanya dan isi namanya.</translation>
    </message>
    <message>
      <source>Enter the setting again.</source>
      <translation>Isi lagi pengaturan itu.</translation>
    </message>
    <message>
      <source>For instance: {ids}</source>
      <translation>Misalnya: {ids}</translation>
    </message>
    <message>
      <source>It is examined as soon as the server answers.</source>
      <translation>Diperiksa begitu server menjawab.</translation>
    </message>
    <message>
      <source>Links of customers that are gone.</source>
      <translation>Tautan dari pelanggan yang sudah tidak ada.</translation>
    </message>
    <message>
      <source>Move them to a status where cold is not meant.</source>
      <translation>Pindahkan ke status lain bila bukan dingin yang dimaksud.</translation>
    </message>
    <message>
      <source>Nothing breaks the rules</source>
      <translation>Tidak ada yang melanggar aturan</translation>
    </message>
    <message>
      <source>Nothing is lost: the one that stayed is not touched by it.</source>
      <translation>Tidak ada yang hilang: yang tetap tidak terpengaruh.</translation>
    </message>
    <message>
      <source>Nothing is lost: the uid is shown. Add the person to the users again for the name.</source>
      <translation>Tidak ada yang hilang: uid ditampilkan. Tambahkan lagi orang itu sebagai pengguna agar namanya muncul.</translation>
    </message>
    <message>
      <source>Nothing is lost: they are in every list again.</source>
      <translation>Tidak ada yang hilang: mereka kembali ada di semua daftar.</translation>
    </message>
    <message>
      <source>Rights in the database that this account should have and lacks; an upgrade may have brought new tables.</source>
      <translation>Hak di basis data yang seharusnya dimiliki akun ini tetapi tidak ada; pembaruan mungkin membawa tabel baru.</translation>
    </message>
    <message>
      <source>Rows of the ownership history that end before they begin.</source>
      <translation>Baris riwayat pemegang yang berakhir sebelum dimulai.</translation>
    </message>
    <message>
      <source>Rows of the ownership history whose agent is no user any more.</source>
      <translation>Baris riwayat pemegang yang agennya bukan pengguna lagi.</translation>
    </message>
    <message>
      <source>Run salesdesk db grants for each account, and its statements on the server.</source>
      <translation>Jalankan salesdesk db grants untuk tiap akun, lalu pernyataannya di server.</translation>
    </message>
    <message>
      <source>Shared settings that cannot be read or are out of bounds. Those about releases stop every release; the others fall back to their default.</source>
      <translation>Pengaturan bersama yang tidak dapat dibaca atau di luar batas. Yang menyangkut pelepasan menghentikan semua pelepasan; yang lain kembali ke nilai bawaannya.</translation>
    </message>
    <message>
      <source>Tables that cannot hold every character: an emoji in a note may be refused.</source>
      <translation>Tabel yang tidak dapat memuat semua karakter: emoji dalam catatan bisa ditolak.</translation>
    </message>
    <message>
      <source>Take one of the two links apart under Team, Duplicates.</source>
      <translation>Pisahkan salah satu tautan di Tim, Duplikat.</translation>
    </message>
    <message>
      <source>The database cannot be examined</source>
      <translation>Basis data tidak dapat diperiksa</translation>
    </message>
    <message>
      <source>The next act on such a customer mends it, or the repair all at once, with an event.</source>
      <translation>Tindakan berikutnya pada pelanggan itu memperbaikinya, atau perbaikan sekaligus semuanya, dengan sebuah peristiwa.</translation>
    </message>
    <message>
      <source>The next sweep, which any open SalesDesk makes, takes it up; correct what is no number.</source>
      <translation>Pemeriksaan berikutnya oleh SalesDesk mana pun yang terbuka akan mengambilnya; betulkan yang bukan nomor.</translation>
    </message>
    <message>
      <source>The repair makes them available; or claim or assign them.</source>
      <translation>Perbaikan membuatnya bebas; atau ambil atau tugaskan.</translation>
    </message>
    <message>
      <source>The repair takes both out; or claim or assign them.</source>
      <translation>Perbaikan menghapus keduanya; atau ambil atau tugaskan.</translation>
    </message>
    <message>
      <source>Transfer or release the customer, or add the person to the users again.</source>
      <translation>Alihkan atau lepas pelanggan itu, atau tambahkan lagi orang itu sebagai pengguna.</translation>
    </message>
    <message>
      <source>Whoever looks after the booking application may convert them to utf8mb4.</source>
      <translation>Pengelola aplikasi pemesanan dapat mengubahnya ke utf8mb4.</translation>
    </message>
    <message>
      <source>Zero dates, or dates before 1971, as beginnings of a binding. They count as missing.</source>
      <translation>Tanggal nol, atau sebelum 1971, sebagai awal pegangan. Dihitung sebagai tidak ada.</translation>
    </message>
    <message>
      <source>Zero dates, or dates before 1971, as beginnings of a row of the ownership history. They count as missing.</source>
      <translation>Tanggal nol, atau sebelum 1971, sebagai awal baris riwayat pemegang. Dihitung sebagai tidak ada.</translation>
    </message>
    <message>
      <source>Zero dates, or dates before 1971, as dates of a contact. They count as missing.</source>
      <translation>Tanggal nol, atau sebelum 1971, sebagai tanggal kontak. Dihitung sebagai tidak ada.</translation>
    </message>
    <message>
      <source>Zero dates, or dates before 1971, as dates of a last interaction. They count as missing.</source>
      <translation>Tanggal nol, atau sebelum 1971, sebagai tanggal interaksi terakhir. Dihitung sebagai tidak ada.</translation>
    </message>
    <message>
      <source>Zero dates, or dates before 1971, as dates of a next follow-up. They count as missing.</source>
      <translation>Tanggal nol, atau sebelum 1971, sebagai tanggal tindak lanjut berikutnya. Dihitung sebagai tidak ada.</translation>
    </message>
    <message>
      <source>Zero dates, or dates before 1971, as dates of creation. They count as missing.</source>
      <translation>Tanggal nol, atau sebelum 1971, sebagai tanggal pembuatan. Dihitung sebagai tidak ada.</translation>
    </message>
    <message>
      <source>Zero dates, or dates before 1971, as ends of a row of the ownership history. They count as missing.</source>
      <translation>Tanggal nol, atau sebelum 1971, sebagai akhir baris riwayat pemegang. Dihitung sebagai tidak ada.</translation>
    </message>
    <message>
      <source>breach</source>
      <translation>pelanggaran</translation>
    </message>
    <message>
      <source>new row</source>
      <translation>baris baru</translation>
    </message>
    <message>
      <source>worth knowing</source>
      <translation>perlu diketahui</translation>
    </message>
    <message>
      <source>{number} are being changed just now; repair again.</source>
      <translation>{number} sedang diubah saat ini; perbaiki lagi.</translation>
    </message>
    <message numerus="yes">
      <source>{number} customer was repaired.</source>
      <comment>{number} customers were repaired.</comment>
      <translation>
        <numerusform>{number} pelanggan diperbaiki.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} kind of breach</source>
      <comment>{number} kinds of breach</comment>
      <translation>
        <numerusform>{number} jenis pelanggaran</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>duplicates</name>
    <message>
      <source>Address</source>
      <translation>Alamat</translation>
    </message>
    <message>
      <source>Alike name and company</source>
      <translation>Nama dan perusahaan mirip</translation>
    </message>
    <message>
      <source>As one customer: {contacts}, {orders}, {owner}.</source>
      <translation>Sebagai satu pelanggan: {contacts}, {orders}, {owner}.</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Oleh</translation>
    </message>
    <message>
      <source>Can be taken apart again.</source>
      <translation>Dapat dipisahkan lagi.</translation>
    </message>
    <message>
      <source>Changed since and left as it is: {fields}.</source>
      <translation>Sudah berubah sejak itu dan dibiarkan: {fields}.</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kontak</translation>
    </message>
    <message>
      <source>Created by {who}</source>
      <translation>Dibuat oleh {who}</translation>
    </message>
    <message>
      <source>Created {day} by {who}</source>
      <translation>Dibuat {day} oleh {who}</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>In the pool</source>
      <translation>Di bursa</translation>
    </message>
    <message>
      <source>Its former owner may not hold customers: it is in the pool.</source>
      <translation>Pemegang sebelumnya tidak boleh memegang pelanggan: pelanggan ada di bursa.</translation>
    </message>
    <message>
      <source>Linked</source>
      <translation>Ditautkan</translation>
    </message>
    <message>
      <source>Look again as soon as it answers.</source>
      <translation>Cari lagi begitu server menjawab.</translation>
    </message>
    <message>
      <source>Looked for at {time}, by number and by name and company.</source>
      <translation>Dicari pukul {time}, menurut nomor serta nama dan perusahaan.</translation>
    </message>
    <message>
      <source>Looked for at {time}. In the last 30 days {linked} were linked and {different} said to be different.</source>
      <translation>Dicari pukul {time}. Dalam 30 hari terakhir {linked} ditautkan dan {different} dinyatakan berbeda.</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>No pair looks like one customer</source>
      <translation>Tidak ada pasangan yang tampak sebagai satu pelanggan</translation>
    </message>
    <message>
      <source>Nobody contacted them; {left}.</source>
      <translation>Belum pernah dihubungi; {left}.</translation>
    </message>
    <message>
      <source>Not the same</source>
      <translation>Bukan orang yang sama</translation>
    </message>
    <message>
      <source>Orders</source>
      <translation>Pesanan</translation>
    </message>
    <message>
      <source>Ownership</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Said</source>
      <translation>Keputusan</translation>
    </message>
    <message>
      <source>Same number in another format</source>
      <translation>Nomor sama dalam format lain</translation>
    </message>
    <message>
      <source>Same second number</source>
      <translation>Nomor kedua sama</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Sumber</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>The last contact is then {day}; {left}.</source>
      <translation>Kontak terakhir menjadi {day}; {left}.</translation>
    </message>
    <message>
      <source>The pairs could not be looked for</source>
      <translation>Pasangan tidak dapat dicari</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Kapan</translation>
    </message>
    <message>
      <source>Who keeps the customer is decided by who may transfer.</source>
      <translation>Siapa yang memegang pelanggan diputuskan oleh yang boleh mengalihkan.</translation>
    </message>
    <message>
      <source>and</source>
      <translation>dan</translation>
    </message>
    <message>
      <source>both read as {number}</source>
      <translation>keduanya dibaca {number}</translation>
    </message>
    <message>
      <source>in the pool</source>
      <translation>di bursa</translation>
    </message>
    <message>
      <source>last WhatsApp {day}</source>
      <translation>WhatsApp terakhir {day}</translation>
    </message>
    <message>
      <source>last call {day}</source>
      <translation>telepon terakhir {day}</translation>
    </message>
    <message>
      <source>last contact {day}</source>
      <translation>kontak terakhir {day}</translation>
    </message>
    <message>
      <source>last visit {day}</source>
      <translation>kunjungan terakhir {day}</translation>
    </message>
    <message>
      <source>leaves at the next run</source>
      <translation>dilepas pada putaran berikutnya</translation>
    </message>
    <message>
      <source>link of {one} and {other}</source>
      <translation>tautan {one} dan {other}</translation>
    </message>
    <message>
      <source>none</source>
      <translation>tidak ada</translation>
    </message>
    <message>
      <source>since {day}</source>
      <translation>sejak {day}</translation>
    </message>
    <message>
      <source>the {number} surest pairs</source>
      <translation>{number} pasangan paling yakin</translation>
    </message>
    <message>
      <source>with {name}</source>
      <translation>pada {name}</translation>
    </message>
    <message>
      <source>without a name</source>
      <translation>tanpa nama</translation>
    </message>
    <message>
      <source>{at} of {number}</source>
      <translation>{at} dari {number}</translation>
    </message>
    <message>
      <source>{hidden} is linked to {stays} as one customer.</source>
      <translation>{hidden} ditautkan ke {stays} sebagai satu pelanggan.</translation>
    </message>
    <message>
      <source>{name} and {other} are two customers again.</source>
      <translation>{name} dan {other} kembali menjadi dua pelanggan.</translation>
    </message>
    <message>
      <source>{name} holds one less.</source>
      <translation>Pelanggan {name} berkurang satu.</translation>
    </message>
    <message numerus="yes">
      <source>{number} contact</source>
      <comment>{number} contacts</comment>
      <translation>
        <numerusform>{number} kontak</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} day left</source>
      <comment>{number} days left</comment>
      <translation>
        <numerusform>sisa {number} hari</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} order</source>
      <comment>{number} orders</comment>
      <translation>
        <numerusform>{number} pesanan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} pair</source>
      <comment>{number} pairs, surest first</comment>
      <translation>
        <numerusform>{number} pasangan, paling yakin lebih dulu</numerusform>
      </translation>
    </message>
    <message>
      <source>{one} and {other} are not the same; that is remembered.</source>
      <translation>{one} dan {other} bukan orang yang sama; ini diingat.</translation>
    </message>
    <message>
      <source>{one} and {other} may be one customer again.</source>
      <translation>{one} dan {other} mungkin satu pelanggan lagi.</translation>
    </message>
    <message>
      <source>“not the same” of {one} and {other}</source>
      <translation>“bukan orang yang sama” untuk {one} dan {other}</translation>
    </message>
  </context>
  <context>
    <name>erasure</name>
    <message>
      <source>Erase on request</source>
      <translation>Hapus atas permintaan</translation>
    </message>
    <message>
      <source>Events about many that name the customer</source>
      <translation>Peristiwa tentang banyak orang yang menyebut pelanggan ini</translation>
    </message>
    <message>
      <source>Events in which something was typed</source>
      <translation>Peristiwa yang memuat ketikan</translation>
    </message>
    <message>
      <source>Name as the search compares it</source>
      <translation>Nama dalam bentuk untuk pencarian</translation>
    </message>
    <message>
      <source>Phone numbers for the search</source>
      <translation>Nomor telepon untuk pencarian</translation>
    </message>
    <message>
      <source>Planned next steps</source>
      <translation>Tindak lanjut yang direncanakan</translation>
    </message>
    <message>
      <source>Protections with their reason</source>
      <translation>Perlindungan beserta alasannya</translation>
    </message>
    <message>
      <source>What stays: the booking application’s own rows (the customer, contacts, orders, who had whom), and that something was done, when and by whom. Backups of before still hold it, the daily copies of a workspace for seven days.</source>
      <translation>Yang tetap: baris milik aplikasi pemesanan (pelanggan, kontak, pesanan, siapa memegang siapa), dan bahwa sesuatu dilakukan, kapan, dan oleh siapa. Cadangan dari sebelumnya masih memuatnya, salinan harian ruang kerja selama tujuh hari.</translation>
    </message>
    <message>
      <source>Why it was set aside, as it was typed</source>
      <translation>Alasan disisihkan, seperti yang diketik</translation>
    </message>
  </context>
  <context>
    <name>exporting</name>
    <message numerus="yes">
      <source>{number} line written to {name}.</source>
      <comment>{number} lines written to {name}.</comment>
      <translation>
        <numerusform>{number} baris ditulis ke {name}.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>faults</name>
    <message>
      <source>An unexpected error occurred; it is in the log.</source>
      <translation>Terjadi kesalahan tak terduga; tercatat dalam log.</translation>
    </message>
    <message>
      <source>The server is away</source>
      <translation>Server tidak terjangkau</translation>
    </message>
  </context>
  <context>
    <name>field</name>
    <message>
      <source>Clear (Esc)</source>
      <translation>Kosongkan (Esc)</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Kosongkan pencarian</translation>
    </message>
  </context>
  <context>
    <name>filters</name>
    <message>
      <source>Days left</source>
      <translation>Sisa hari</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>Tindak lanjut</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>Disisihkan</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Sumber</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>anyone</source>
      <translation>siapa saja</translation>
    </message>
    <message>
      <source>late</source>
      <translation>terlambat</translation>
    </message>
    <message>
      <source>lost</source>
      <translation>tidak jadi</translation>
    </message>
    <message>
      <source>me</source>
      <translation>saya</translation>
    </message>
    <message>
      <source>no</source>
      <translation>tidak</translation>
    </message>
    <message>
      <source>nobody (in pool)</source>
      <translation>tidak ada (di bursa)</translation>
    </message>
    <message>
      <source>none</source>
      <translation>tidak ada</translation>
    </message>
    <message>
      <source>not to be contacted</source>
      <translation>jangan dihubungi</translation>
    </message>
    <message>
      <source>or</source>
      <translation>atau</translation>
    </message>
    <message>
      <source>over {number}</source>
      <translation>lebih dari {number}</translation>
    </message>
    <message>
      <source>overdue</source>
      <translation>terlambat</translation>
    </message>
    <message>
      <source>planned</source>
      <translation>direncanakan</translation>
    </message>
    <message>
      <source>somebody</source>
      <translation>seseorang</translation>
    </message>
    <message>
      <source>today</source>
      <translation>hari ini</translation>
    </message>
    <message>
      <source>under {number}</source>
      <translation>kurang dari {number}</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ya</translation>
    </message>
    <message>
      <source>{low} to {high}</source>
      <translation>{low} sampai {high}</translation>
    </message>
  </context>
  <context>
    <name>formats</name>
    <message>
      <source>Overdue</source>
      <translation>Terlambat</translation>
    </message>
    <message>
      <source>in pool</source>
      <translation>di bursa</translation>
    </message>
    <message>
      <source>never</source>
      <translation>belum pernah</translation>
    </message>
    <message>
      <source>none</source>
      <translation>tidak ada</translation>
    </message>
    <message>
      <source>today</source>
      <translation>hari ini</translation>
    </message>
    <message>
      <source>yesterday</source>
      <translation>kemarin</translation>
    </message>
    <message>
      <source>{begin} to {finish}</source>
      <translation>{begin} sampai {finish}</translation>
    </message>
    <message>
      <source>{number} d late</source>
      <translation>terlambat {number} hr</translation>
    </message>
    <message numerus="yes">
      <source>{number} day</source>
      <comment>{number} days</comment>
      <translation>
        <numerusform>{number} hari</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} day late</source>
      <comment>{number} days late</comment>
      <translation>
        <numerusform>terlambat {number} hari</numerusform>
      </translation>
    </message>
    <message>
      <source>{number} days ago</source>
      <translation>{number} hari lalu</translation>
    </message>
    <message>
      <source>{number} h</source>
      <translation>{number} jam</translation>
    </message>
    <message>
      <source>{number} min</source>
      <translation>{number} mnt</translation>
    </message>
    <message>
      <source>{number} s</source>
      <translation>{number} dtk</translation>
    </message>
    <message numerus="yes">
      <source>{number} time</source>
      <comment>{number} times</comment>
      <translation>
        <numerusform>{number} kali</numerusform>
      </translation>
    </message>
    <message>
      <source>{office} · here {here}</source>
      <translation>{office} · di sini {here}</translation>
    </message>
  </context>
  <context>
    <name>guard</name>
    <message>
      <source>Customers who would be released</source>
      <translation>Pelanggan yang akan dilepas</translation>
    </message>
    <message>
      <source>Idle</source>
      <translation>Tanpa kontak</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Alasan</translation>
    </message>
    <message>
      <source>Release held back</source>
      <translation>Pelepasan ditahan</translation>
    </message>
    <message>
      <source>inactivity</source>
      <translation>tanpa kontak</translation>
    </message>
    <message>
      <source>longest period over</source>
      <translation>masa terlama berakhir</translation>
    </message>
    <message>
      <source>others {number}</source>
      <translation>lainnya {number}</translation>
    </message>
    <message>
      <source>released by hand</source>
      <translation>dilepas manual</translation>
    </message>
    <message>
      <source>stays</source>
      <translation>tetap</translation>
    </message>
  </context>
  <context>
    <name>help</name>
    <message>
      <source>Help</source>
      <translation>Bantuan</translation>
    </message>
  </context>
  <context>
    <name>history</name>
    <message>
      <source>Assigned to {name}</source>
      <translation>Ditugaskan kepada {name}</translation>
    </message>
    <message>
      <source>Claimed by {name}</source>
      <translation>Diambil {name}</translation>
    </message>
    <message>
      <source>Idle {days}, limit {limit}</source>
      <translation>Tanpa kontak {days}, batas {limit}</translation>
    </message>
    <message>
      <source>Linked with another customer as one</source>
      <translation>Ditautkan dengan pelanggan lain menjadi satu</translation>
    </message>
    <message>
      <source>Order {status}</source>
      <translation>Pesanan {status}</translation>
    </message>
    <message>
      <source>Protected until {when}</source>
      <translation>Dilindungi sampai {when}</translation>
    </message>
    <message>
      <source>Protection ended</source>
      <translation>Perlindungan berakhir</translation>
    </message>
    <message>
      <source>Released by {name}</source>
      <translation>Dilepas {name}</translation>
    </message>
    <message>
      <source>Released: inactivity</source>
      <translation>Dilepas: tanpa kontak</translation>
    </message>
    <message>
      <source>Released: period ended</source>
      <translation>Dilepas: masa pegang berakhir</translation>
    </message>
    <message>
      <source>Released: {reason}</source>
      <translation>Dilepas: {reason}</translation>
    </message>
    <message>
      <source>Set aside as lost</source>
      <translation>Disisihkan: tidak jadi</translation>
    </message>
    <message>
      <source>Set aside: not to be contacted</source>
      <translation>Disisihkan: jangan dihubungi</translation>
    </message>
    <message>
      <source>Taken apart from another customer again</source>
      <translation>Dipisahkan lagi dari pelanggan lain</translation>
    </message>
    <message>
      <source>Taken back, in the round again</source>
      <translation>Dikembalikan, ikut daftar harian lagi</translation>
    </message>
    <message>
      <source>by {name}</source>
      <translation>oleh {name}</translation>
    </message>
    <message>
      <source>no date</source>
      <translation>tanpa tanggal</translation>
    </message>
    <message>
      <source>of the customer linked to this one</source>
      <translation>dari pelanggan yang ditautkan ke ini</translation>
    </message>
    <message>
      <source>since {day}</source>
      <translation>sejak {day}</translation>
    </message>
    <message>
      <source>was with {name}</source>
      <translation>dulu pada {name}</translation>
    </message>
    <message>
      <source>{begin} to {end}</source>
      <translation>{begin} sampai {end}</translation>
    </message>
  </context>
  <context>
    <name>import</name>
    <message>
      <source>Address</source>
      <translation>Alamat</translation>
    </message>
    <message>
      <source>Bar |</source>
      <translation>Garis tegak |</translation>
    </message>
    <message>
      <source>Comma</source>
      <translation>Koma</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>Contact: by whom</source>
      <translation>Kontak: oleh siapa</translation>
    </message>
    <message>
      <source>Contact: date</source>
      <translation>Kontak: tanggal</translation>
    </message>
    <message>
      <source>Contact: method</source>
      <translation>Kontak: cara</translation>
    </message>
    <message>
      <source>Contact: next step</source>
      <translation>Kontak: tindak lanjut</translation>
    </message>
    <message>
      <source>Contact: notes</source>
      <translation>Kontak: catatan</translation>
    </message>
    <message>
      <source>Contact: outcome</source>
      <translation>Kontak: hasil</translation>
    </message>
    <message>
      <source>Contact: time</source>
      <translation>Kontak: waktu</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kontak</translation>
    </message>
    <message>
      <source>Country of the number</source>
      <translation>Negara nomor</translation>
    </message>
    <message>
      <source>Customers with fields filled</source>
      <translation>Pelanggan yang isiannya dilengkapi</translation>
    </message>
    <message>
      <source>Day first, 31/12/2026</source>
      <translation>Hari dulu, 31/12/2026</translation>
    </message>
    <message>
      <source>First name</source>
      <translation>Nama depan</translation>
    </message>
    <message>
      <source>Last name</source>
      <translation>Nama belakang</translation>
    </message>
    <message>
      <source>Left out, known already</source>
      <translation>Dilewatkan, sudah dikenal</translation>
    </message>
    <message>
      <source>Left out, not valid</source>
      <translation>Dilewatkan, tidak sah</translation>
    </message>
    <message>
      <source>Line</source>
      <translation>Baris</translation>
    </message>
    <message>
      <source>Lines in the file</source>
      <translation>Baris dalam berkas</translation>
    </message>
    <message>
      <source>Month first, 12/31/2026</source>
      <translation>Bulan dulu, 12/31/2026</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>New customers</source>
      <translation>Pelanggan baru</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Phone number</source>
      <translation>Nomor telepon</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Kemajuan</translation>
    </message>
    <message>
      <source>Semicolon</source>
      <translation>Titik koma</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Sumber</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Tab</source>
      <translation>Tab</translation>
    </message>
    <message>
      <source>Year first, 2026-12-31</source>
      <translation>Tahun dulu, 2026-12-31</translation>
    </message>
  </context>
  <context>
    <name>leave</name>
    <message>
      <source>Your changes are not saved</source>
      <translation>Perubahan Anda belum disimpan</translation>
    </message>
  </context>
  <context>
    <name>lists</name>
    <message>
      <source>As read at {time}</source>
      <translation>Seperti dibaca pukul {time}</translation>
    </message>
  </context>
  <context>
    <name>menus</name>
    <message>
      <source>&amp;About SalesDesk</source>
      <translation>&amp;Tentang SalesDesk</translation>
    </message>
    <message>
      <source>&amp;Back up the workspace…</source>
      <translation>&amp;Cadangkan ruang kerja…</translation>
    </message>
    <message>
      <source>&amp;Call…</source>
      <translation>&amp;Telepon…</translation>
    </message>
    <message>
      <source>&amp;Compact rows</source>
      <translation>Baris &amp;rapat</translation>
    </message>
    <message>
      <source>&amp;Copy with headers</source>
      <translation>&amp;Salin dengan judul kolom</translation>
    </message>
    <message>
      <source>&amp;Customer</source>
      <translation>Pe&amp;langgan</translation>
    </message>
    <message>
      <source>&amp;Customers</source>
      <translation>&amp;Pelanggan</translation>
    </message>
    <message>
      <source>&amp;Dark</source>
      <translation>&amp;Gelap</translation>
    </message>
    <message>
      <source>&amp;Distribute…</source>
      <translation>&amp;Bagikan…</translation>
    </message>
    <message>
      <source>&amp;Doctor</source>
      <translation>P&amp;emeriksaan</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Sunting</translation>
    </message>
    <message>
      <source>&amp;Edit…</source>
      <translation>&amp;Ubah…</translation>
    </message>
    <message>
      <source>&amp;Export…</source>
      <translation>&amp;Ekspor…</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>&amp;Berkas</translation>
    </message>
    <message>
      <source>&amp;Find…</source>
      <translation>&amp;Cari…</translation>
    </message>
    <message>
      <source>&amp;Go</source>
      <translation>&amp;Pergi</translation>
    </message>
    <message>
      <source>&amp;Held release…</source>
      <translation>Pelepasan yang &amp;ditahan…</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>Ba&amp;ntuan</translation>
    </message>
    <message>
      <source>&amp;Help on this screen</source>
      <translation>&amp;Bantuan untuk layar ini</translation>
    </message>
    <message>
      <source>&amp;Import customers…</source>
      <translation>&amp;Impor pelanggan…</translation>
    </message>
    <message>
      <source>&amp;Keyboard shortcuts</source>
      <translation>&amp;Pintasan papan tik</translation>
    </message>
    <message>
      <source>&amp;Light</source>
      <translation>T&amp;erang</translation>
    </message>
    <message>
      <source>&amp;Lock</source>
      <translation>&amp;Kunci</translation>
    </message>
    <message>
      <source>&amp;Log contact…</source>
      <translation>&amp;Catat kontak…</translation>
    </message>
    <message>
      <source>&amp;Message templates…</source>
      <translation>&amp;Templat pesan…</translation>
    </message>
    <message>
      <source>&amp;Move to…</source>
      <translation>&amp;Pindah ke…</translation>
    </message>
    <message>
      <source>&amp;New customer…</source>
      <translation>&amp;Pelanggan baru…</translation>
    </message>
    <message>
      <source>&amp;Next customer</source>
      <translation>Pelanggan berikut&amp;nya</translation>
    </message>
    <message>
      <source>&amp;Normal text</source>
      <translation>Teks &amp;normal</translation>
    </message>
    <message>
      <source>&amp;Notifications…</source>
      <translation>&amp;Notifikasi…</translation>
    </message>
    <message>
      <source>&amp;Outbox…</source>
      <translation>Kotak &amp;keluar…</translation>
    </message>
    <message>
      <source>&amp;Plan the next step…</source>
      <translation>Rencana&amp;kan tindak lanjut…</translation>
    </message>
    <message>
      <source>&amp;Previous customer</source>
      <translation>Pelanggan &amp;sebelumnya</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>&amp;Tutup SalesDesk</translation>
    </message>
    <message>
      <source>&amp;Refresh</source>
      <translation>&amp;Segarkan</translation>
    </message>
    <message>
      <source>&amp;Release what is due now</source>
      <translation>&amp;Lepas yang jatuh tempo sekarang</translation>
    </message>
    <message>
      <source>&amp;Search in the list</source>
      <translation>Cari di d&amp;aftar</translation>
    </message>
    <message>
      <source>&amp;Settings</source>
      <translation>Pengatu&amp;ran</translation>
    </message>
    <message>
      <source>&amp;Today</source>
      <translation>&amp;Hari ini</translation>
    </message>
    <message>
      <source>&amp;Tools</source>
      <translation>&amp;Alat</translation>
    </message>
    <message>
      <source>&amp;Try the server now</source>
      <translation>&amp;Coba server sekarang</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Urungkan</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Tampilan</translation>
    </message>
    <message>
      <source>&amp;Views…</source>
      <translation>&amp;Tampilan…</translation>
    </message>
    <message>
      <source>&amp;WhatsApp…</source>
      <translation>&amp;WhatsApp…</translation>
    </message>
    <message>
      <source>A&amp;udit</source>
      <translation>A&amp;udit</translation>
    </message>
    <message>
      <source>Acti&amp;vity</source>
      <translation>A&amp;ktivitas</translation>
    </message>
    <message>
      <source>As the &amp;system</source>
      <translation>Seperti s&amp;istem</translation>
    </message>
    <message>
      <source>Assi&amp;gn or transfer…</source>
      <translation>Tugaskan atau a&amp;lihkan…</translation>
    </message>
    <message>
      <source>Cla&amp;im</source>
      <translation>&amp;Ambil</translation>
    </message>
    <message>
      <source>Clear all f&amp;ilters</source>
      <translation>&amp;Hapus semua filter</translation>
    </message>
    <message>
      <source>Col&amp;umns…</source>
      <translation>&amp;Kolom…</translation>
    </message>
    <message>
      <source>Customer &amp;panel</source>
      <translation>&amp;Panel pelanggan</translation>
    </message>
    <message>
      <source>Erase on re&amp;quest…</source>
      <translation>Hapus atas pe&amp;rmintaan…</translation>
    </message>
    <message>
      <source>Fi&amp;lter…</source>
      <translation>&amp;Filter…</translation>
    </message>
    <message>
      <source>Larger t&amp;ext</source>
      <translation>Teks le&amp;bih besar</translation>
    </message>
    <message>
      <source>Move one stage &amp;back</source>
      <translation>&amp;Mundur satu tahap</translation>
    </message>
    <message>
      <source>Move one stage o&amp;n</source>
      <translation>Ma&amp;ju satu tahap</translation>
    </message>
    <message>
      <source>Move to &amp;hot</source>
      <translation>Pindah ke pana&amp;s</translation>
    </message>
    <message>
      <source>Move to c&amp;old</source>
      <translation>Pindah ke &amp;dingin</translation>
    </message>
    <message>
      <source>Move to wa&amp;rm</source>
      <translation>Pindah ke &amp;hangat</translation>
    </message>
    <message>
      <source>P&amp;ipeline</source>
      <translation>&amp;Alur</translation>
    </message>
    <message>
      <source>P&amp;ool</source>
      <translation>&amp;Bursa</translation>
    </message>
    <message>
      <source>Peop&amp;le</source>
      <translation>Pen&amp;gguna</translation>
    </message>
    <message>
      <source>Protec&amp;t…</source>
      <translation>Li&amp;ndungi…</translation>
    </message>
    <message>
      <source>Red&amp;o</source>
      <translation>Ulan&amp;gi</translation>
    </message>
    <message>
      <source>Relea&amp;se…</source>
      <translation>L&amp;epas…</translation>
    </message>
    <message>
      <source>Rem&amp;inders…</source>
      <translation>&amp;Pengingat…</translation>
    </message>
    <message>
      <source>S&amp;maller text</source>
      <translation>Teks lebih ke&amp;cil</translation>
    </message>
    <message>
      <source>S&amp;witch user…</source>
      <translation>&amp;Ganti pengguna…</translation>
    </message>
    <message>
      <source>Save as a view…</source>
      <translation>Simpan sebagai tampilan…</translation>
    </message>
    <message>
      <source>Select &amp;all that is loaded</source>
      <translation>Pilih semua yang &amp;dimuat</translation>
    </message>
    <message>
      <source>Select all that &amp;match</source>
      <translation>Pilih semua yang c&amp;ocok</translation>
    </message>
    <message>
      <source>Set aside or ta&amp;ke back…</source>
      <translation>S&amp;isihkan atau kembalikan…</translation>
    </message>
    <message>
      <source>Sign &amp;out</source>
      <translation>Keluar dari &amp;akun</translation>
    </message>
    <message>
      <source>Sort &amp;by…</source>
      <translation>&amp;Urutkan menurut…</translation>
    </message>
    <message>
      <source>T&amp;eam</source>
      <translation>&amp;Tim</translation>
    </message>
    <message>
      <source>To t&amp;he list</source>
      <translation>Ke &amp;daftar</translation>
    </message>
    <message>
      <source>To the p&amp;anel</source>
      <translation>Ke pane&amp;l</translation>
    </message>
  </context>
  <context>
    <name>navigation</name>
    <message>
      <source>Activity</source>
      <translation>Aktivitas</translation>
    </message>
    <message>
      <source>Audit</source>
      <translation>Audit</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Doctor</source>
      <translation>Pemeriksaan</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Pengguna</translation>
    </message>
    <message>
      <source>Pipeline</source>
      <translation>Alur</translation>
    </message>
    <message>
      <source>Pool</source>
      <translation>Bursa</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>Pengaturan</translation>
    </message>
    <message>
      <source>Team</source>
      <translation>Tim</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hari ini</translation>
    </message>
  </context>
  <context>
    <name>notices</name>
    <message numerus="yes">
      <source>1 contact could not be sent</source>
      <comment>{number} contacts could not be sent</comment>
      <translation>
        <numerusform>{number} kontak tidak dapat dikirim</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>It is kept on this computer and will be sent once.</source>
      <comment>They are kept on this computer and will be sent once.</comment>
      <translation>
        <numerusform>Disimpan di komputer ini dan akan dikirim satu kali.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Server away: 1 contact waits</source>
      <comment>Server away: {number} contacts wait</comment>
      <translation>
        <numerusform>Server tidak terjangkau: {number} kontak menunggu</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>orders</name>
    <message>
      <source>cancelled</source>
      <translation>dibatalkan</translation>
    </message>
    <message>
      <source>completed</source>
      <translation>selesai</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>dikonfirmasi</translation>
    </message>
    <message>
      <source>expired</source>
      <translation>kedaluwarsa</translation>
    </message>
    <message>
      <source>pending</source>
      <translation>menunggu</translation>
    </message>
  </context>
  <context>
    <name>outage</name>
    <message>
      <source>A column is missing; an administrator must run: salesdesk db upgrade</source>
      <translation>Ada kolom yang tidak ada; administrator harus menjalankan: salesdesk db upgrade</translation>
    </message>
    <message>
      <source>A table is being changed just now, by an upgrade perhaps. Try again shortly.</source>
      <translation>Sebuah tabel sedang diubah, mungkin oleh peningkatan versi. Coba lagi sebentar lagi.</translation>
    </message>
    <message>
      <source>A table is missing; an administrator must run: salesdesk db upgrade</source>
      <translation>Ada tabel yang tidak ada; administrator harus menjalankan: salesdesk db upgrade</translation>
    </message>
    <message>
      <source>A table is missing; run: salesdesk db upgrade</source>
      <translation>Ada tabel yang tidak ada; jalankan: salesdesk db upgrade</translation>
    </message>
    <message>
      <source>All connections to the server are in use just now.</source>
      <translation>Semua sambungan ke server sedang dipakai.</translation>
    </message>
    <message>
      <source>Another program holds the workspace's file; nothing was changed.</source>
      <translation>Program lain menahan berkas ruang kerja; tidak ada yang berubah.</translation>
    </message>
    <message>
      <source>Another program holds these rows; nothing was changed. Try again shortly.</source>
      <translation>Program lain menahan baris ini; tidak ada yang berubah. Coba lagi sebentar lagi.</translation>
    </message>
    <message>
      <source>Nothing listens at this host and port: the server is not running.</source>
      <translation>Tidak ada yang menjawab di host dan port ini: server tidak berjalan.</translation>
    </message>
    <message>
      <source>The connection to the server was lost.</source>
      <translation>Sambungan ke server terputus.</translation>
    </message>
    <message>
      <source>The disk cannot be read or written.</source>
      <translation>Disk tidak dapat dibaca atau ditulis.</translation>
    </message>
    <message>
      <source>The disk is full.</source>
      <translation>Disk penuh.</translation>
    </message>
    <message>
      <source>The encrypted connection could not be made.</source>
      <translation>Sambungan terenkripsi tidak dapat dibuat.</translation>
    </message>
    <message>
      <source>The password of this database account has expired and must be changed.</source>
      <translation>Kata sandi akun basis data ini sudah kedaluwarsa dan harus diganti.</translation>
    </message>
    <message>
      <source>The query was stopped.</source>
      <translation>Permintaan dihentikan.</translation>
    </message>
    <message>
      <source>The server accepts encrypted connections only.</source>
      <translation>Server hanya menerima sambungan terenkripsi.</translation>
    </message>
    <message>
      <source>The server accepts no changes just now (read-only).</source>
      <translation>Server saat ini tidak menerima perubahan (hanya baca).</translation>
    </message>
    <message>
      <source>The server asks for a kind of sign-in that this program cannot do.</source>
      <translation>Server meminta cara masuk yang tidak dapat dilakukan program ini.</translation>
    </message>
    <message>
      <source>The server asks for the password in the clear, and nobody has checked who the server is: it was not sent. Choose an encryption that checks the server (verified or pinned).</source>
      <translation>Server meminta kata sandi secara terbuka, dan tidak ada yang memeriksa siapa server itu: kata sandi tidak dikirim. Pilih enkripsi yang memeriksa server (terverifikasi atau disematkan).</translation>
    </message>
    <message>
      <source>The server blocks this computer after too many failed connections.</source>
      <translation>Server memblokir komputer ini setelah terlalu banyak sambungan gagal.</translation>
    </message>
    <message>
      <source>The server cannot be reached at this host and port.</source>
      <translation>Server tidak terjangkau di host dan port ini.</translation>
    </message>
    <message>
      <source>The server does not accept connections from this computer.</source>
      <translation>Server tidak menerima sambungan dari komputer ini.</translation>
    </message>
    <message>
      <source>The server does not accept this user with this password.</source>
      <translation>Server tidak menerima pengguna ini dengan kata sandi ini.</translation>
    </message>
    <message>
      <source>The server does not answer.</source>
      <translation>Server tidak menjawab.</translation>
    </message>
    <message>
      <source>The server has no room for another connection just now.</source>
      <translation>Server saat ini tidak punya tempat untuk sambungan lain.</translation>
    </message>
    <message>
      <source>The server has no space left.</source>
      <translation>Server kehabisan ruang.</translation>
    </message>
    <message>
      <source>The server offers no encrypted connection.</source>
      <translation>Server tidak menawarkan sambungan terenkripsi.</translation>
    </message>
    <message>
      <source>The server's certificate is made out to another host name.</source>
      <translation>Sertifikat server dibuat untuk nama host lain.</translation>
    </message>
    <message>
      <source>The server's certificate is not trusted on this computer.</source>
      <translation>Sertifikat server tidak dipercaya di komputer ini.</translation>
    </message>
    <message>
      <source>The workspace's file cannot be opened.</source>
      <translation>Berkas ruang kerja tidak dapat dibuka.</translation>
    </message>
    <message>
      <source>The workspace's file is damaged or is none of SalesDesk's.</source>
      <translation>Berkas ruang kerja rusak atau bukan milik SalesDesk.</translation>
    </message>
    <message>
      <source>The workspace's file is read-only.</source>
      <translation>Berkas ruang kerja hanya dapat dibaca.</translation>
    </message>
    <message>
      <source>There is no database of this name on the server.</source>
      <translation>Tidak ada basis data bernama ini di server.</translation>
    </message>
    <message>
      <source>There is no host of this name.</source>
      <translation>Tidak ada host bernama ini.</translation>
    </message>
    <message>
      <source>This database account has too many connections open.</source>
      <translation>Akun basis data ini membuka terlalu banyak sambungan.</translation>
    </message>
    <message>
      <source>This database account has used up what the server allows it.</source>
      <translation>Akun basis data ini sudah memakai seluruh jatah dari server.</translation>
    </message>
    <message>
      <source>This database account is locked.</source>
      <translation>Akun basis data ini terkunci.</translation>
    </message>
    <message>
      <source>This database account lacks a right that SalesDesk needs.</source>
      <translation>Akun basis data ini kekurangan hak yang diperlukan SalesDesk.</translation>
    </message>
    <message>
      <source>This database account may not use this database.</source>
      <translation>Akun basis data ini tidak boleh memakai basis data ini.</translation>
    </message>
    <message>
      <source>This node of the database's cluster is cut off from the others.</source>
      <translation>Simpul klaster basis data ini terputus dari yang lain.</translation>
    </message>
    <message>
      <source>This server writes its binary log by statement (binlog_format=STATEMENT), which does not go with the isolation that SalesDesk works under (READ COMMITTED). An administrator sets binlog_format to ROW or MIXED.</source>
      <translation>Server ini menulis log binernya per pernyataan (binlog_format=STATEMENT), yang tidak cocok dengan isolasi yang dipakai SalesDesk (READ COMMITTED). Administrator mengatur binlog_format ke ROW atau MIXED.</translation>
    </message>
    <message>
      <source>Too many people changed the same rows at once; nothing was changed.</source>
      <translation>Terlalu banyak orang mengubah baris yang sama sekaligus; tidak ada yang berubah.</translation>
    </message>
  </context>
  <context>
    <name>outbox</name>
    <message>
      <source>Outbox</source>
      <translation>Kotak keluar</translation>
    </message>
    <message numerus="yes">
      <source>Outbox: 1 contact waits</source>
      <comment>Outbox: {number} contacts wait</comment>
      <translation>
        <numerusform>Kotak keluar: {number} kontak menunggu</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>palette</name>
    <message>
      <source>Find</source>
      <translation>Cari</translation>
    </message>
  </context>
  <context>
    <name>pauses</name>
    <message>
      <source>An agent is away</source>
      <translation>Seorang agen tidak masuk</translation>
    </message>
    <message>
      <source>The customers leave as before.</source>
      <translation>Pelanggan lepas seperti sebelumnya.</translation>
    </message>
    <message>
      <source>The office is closed</source>
      <translation>Kantor tutup</translation>
    </message>
    <message>
      <source>absence of {name}</source>
      <translation>ketidakhadiran {name}</translation>
    </message>
    <message>
      <source>closing of the office</source>
      <translation>penutupan kantor</translation>
    </message>
    <message numerus="yes">
      <source>{number} customer is kept; {leaving} would leave before that day is over.</source>
      <comment>{number} customers are kept; {leaving} would leave before that day is over.</comment>
      <translation>
        <numerusform>{number} pelanggan ditahan; {leaving} akan lepas sebelum hari itu berakhir.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>people</name>
    <message>
      <source>Account</source>
      <translation>Akun</translation>
    </message>
    <message>
      <source>Add a database account</source>
      <translation>Tambah akun basis data</translation>
    </message>
    <message>
      <source>Administration</source>
      <translation>Administrasi</translation>
    </message>
    <message>
      <source>Applied again.</source>
      <translation>Diterapkan lagi.</translation>
    </message>
    <message>
      <source>Assign</source>
      <translation>Tugaskan</translation>
    </message>
    <message>
      <source>Assigns, transfers, releases and protects; corrects others</source>
      <translation>Menugaskan, mengalihkan, melepas, dan melindungi; membetulkan milik orang lain</translation>
    </message>
    <message>
      <source>Change message templates</source>
      <translation>Mengubah templat pesan</translation>
    </message>
    <message>
      <source>Change settings</source>
      <translation>Mengubah pengaturan</translation>
    </message>
    <message>
      <source>Claim</source>
      <translation>Ambil</translation>
    </message>
    <message>
      <source>Confirm a held run</source>
      <translation>Menyetujui putaran yang ditahan</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kontak</translation>
    </message>
    <message>
      <source>Correct others’ contacts</source>
      <translation>Membetulkan kontak orang lain</translation>
    </message>
    <message>
      <source>Create customers</source>
      <translation>Membuat pelanggan</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>Data</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>Surel</translation>
    </message>
    <message>
      <source>Edit customers</source>
      <translation>Mengubah pelanggan</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Ekspor</translation>
    </message>
    <message>
      <source>Give access</source>
      <translation>Beri akses</translation>
    </message>
    <message>
      <source>Hand over all customers</source>
      <translation>Serahkan semua pelanggan</translation>
    </message>
    <message>
      <source>Hold customers</source>
      <translation>Memegang pelanggan</translation>
    </message>
    <message>
      <source>Holds and claims customers, logs contacts</source>
      <translation>Memegang dan mengambil pelanggan, mencatat kontak</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Impor</translation>
    </message>
    <message numerus="yes">
      <source>It allows {number} thing. Nobody has it yet: ticks and people follow.</source>
      <comment>It allows {number} things. Nobody has it yet: ticks and people follow.</comment>
      <translation>
        <numerusform>Peran ini mengizinkan {number} hal. Belum ada yang memilikinya: centang dan orang menyusul.</numerusform>
      </translation>
    </message>
    <message>
      <source>Last here {when}.</source>
      <translation>Terakhir di sini {when}.</translation>
    </message>
    <message>
      <source>Last sign-in</source>
      <translation>Terakhir masuk</translation>
    </message>
    <message>
      <source>Log contacts</source>
      <translation>Mencatat kontak</translation>
    </message>
    <message>
      <source>Manage people</source>
      <translation>Mengelola pengguna</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Never signed in.</source>
      <translation>Belum pernah masuk.</translation>
    </message>
    <message>
      <source>New role</source>
      <translation>Peran baru</translation>
    </message>
    <message>
      <source>One-time code</source>
      <translation>Kode sekali pakai</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>Lainnya</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>Terlambat</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Pengguna</translation>
    </message>
    <message>
      <source>People are shown as soon as it answers.</source>
      <translation>Pengguna ditampilkan begitu server menjawab.</translation>
    </message>
    <message>
      <source>People cannot be shown</source>
      <translation>Pengguna tidak dapat ditampilkan</translation>
    </message>
    <message>
      <source>Protect</source>
      <translation>Lindungi</translation>
    </message>
    <message>
      <source>Release any</source>
      <translation>Melepas siapa saja</translation>
    </message>
    <message>
      <source>Reports</source>
      <translation>Laporan</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Peran</translation>
    </message>
    <message>
      <source>See customers</source>
      <translation>Melihat pelanggan</translation>
    </message>
    <message>
      <source>See notes</source>
      <translation>Melihat catatan</translation>
    </message>
    <message>
      <source>See own figures</source>
      <translation>Melihat angka sendiri</translation>
    </message>
    <message>
      <source>See phones in the pool</source>
      <translation>Melihat telepon di bursa</translation>
    </message>
    <message>
      <source>See the audit</source>
      <translation>Melihat audit</translation>
    </message>
    <message>
      <source>See the team’s figures</source>
      <translation>Melihat angka tim</translation>
    </message>
    <message>
      <source>Sees team figures, exports, confirms held runs</source>
      <translation>Melihat angka tim, mengekspor, menyetujui putaran yang ditahan</translation>
    </message>
    <message>
      <source>Set targets</source>
      <translation>Menetapkan target</translation>
    </message>
    <message>
      <source>Settings, people, import and the audit</source>
      <translation>Pengaturan, pengguna, impor, dan audit</translation>
    </message>
    <message numerus="yes">
      <source>Show {number} agent</source>
      <comment>Show {number} agents</comment>
      <translation>
        <numerusform>Tampilkan {number} agen</numerusform>
      </translation>
    </message>
    <message>
      <source>The roles are as they were.</source>
      <translation>Peran sudah seperti sebelumnya.</translation>
    </message>
    <message>
      <source>Transfer</source>
      <translation>Alihkan</translation>
    </message>
    <message>
      <source>add a new one by hand</source>
      <translation>menambah yang baru secara manual</translation>
    </message>
    <message>
      <source>all of them, with owner and status</source>
      <translation>semuanya, dengan pemegang dan status</translation>
    </message>
    <message>
      <source>also after the time for corrections is over</source>
      <translation>juga setelah waktu untuk membetulkan lewat</translation>
    </message>
    <message>
      <source>bring in files, and take an import back</source>
      <translation>memasukkan berkas, dan menarik kembali impor</translation>
    </message>
    <message>
      <source>change of roles</source>
      <translation>perubahan peran</translation>
    </message>
    <message>
      <source>everybody’s activity, workload and releases</source>
      <translation>aktivitas, beban kerja, dan pelepasan semua orang</translation>
    </message>
    <message>
      <source>free a customer of somebody else</source>
      <translation>melepas pelanggan orang lain</translation>
    </message>
    <message>
      <source>give a free customer to somebody</source>
      <translation>memberikan pelanggan bebas kepada seseorang</translation>
    </message>
    <message>
      <source>how many contacts a day and a week</source>
      <translation>berapa kontak per hari dan per minggu</translation>
    </message>
    <message>
      <source>keep a customer from being released until a date</source>
      <translation>menjaga pelanggan agar tidak dilepas sampai tanggal tertentu</translation>
    </message>
    <message>
      <source>let a large release go ahead</source>
      <translation>membiarkan pelepasan besar berjalan</translation>
    </message>
    <message>
      <source>more than 100 rows with phone numbers</source>
      <translation>lebih dari 100 baris dengan nomor telepon</translation>
    </message>
    <message>
      <source>move a customer from one agent to another</source>
      <translation>memindah pelanggan dari satu agen ke agen lain</translation>
    </message>
    <message>
      <source>name, company, numbers and address</source>
      <translation>nama, perusahaan, nomor, dan alamat</translation>
    </message>
    <message>
      <source>none</source>
      <translation>tidak ada</translation>
    </message>
    <message>
      <source>on any customer, named as the author</source>
      <translation>pada pelanggan mana pun, disebut sebagai penulisnya</translation>
    </message>
    <message>
      <source>one’s own activity and results</source>
      <translation>aktivitas dan hasil sendiri</translation>
    </message>
    <message>
      <source>own them; the idle clock runs for this person</source>
      <translation>memegangnya; hitungan hari tanpa kontak berjalan bagi orang ini</translation>
    </message>
    <message>
      <source>removal of {account}</source>
      <translation>penghapusan {account}</translation>
    </message>
    <message>
      <source>role of {name}</source>
      <translation>peran {name}</translation>
    </message>
    <message>
      <source>roles, accounts and this table</source>
      <translation>peran, akun, dan tabel ini</translation>
    </message>
    <message>
      <source>take a free customer from the pool</source>
      <translation>mengambil pelanggan bebas dari bursa</translation>
    </message>
    <message>
      <source>the numbers of customers who are free</source>
      <translation>nomor pelanggan yang bebas</translation>
    </message>
    <message>
      <source>the texts that everybody sends</source>
      <translation>teks yang dikirim semua orang</translation>
    </message>
    <message>
      <source>what everybody shares, the release limits too</source>
      <translation>yang berlaku bagi semua orang, juga batas pelepasan</translation>
    </message>
    <message>
      <source>what was said, also in the pool</source>
      <translation>yang dibicarakan, juga di bursa</translation>
    </message>
    <message>
      <source>who did what, on which computer</source>
      <translation>siapa melakukan apa, di komputer mana</translation>
    </message>
    <message>
      <source>{account} was added again.</source>
      <translation>{account} ditambahkan lagi.</translation>
    </message>
    <message>
      <source>{account} was removed.</source>
      <translation>{account} dihapus.</translation>
    </message>
    <message numerus="yes">
      <source>{names} was made an administrator with “people recover”</source>
      <comment>{names} were made administrators with “people recover”</comment>
      <translation>
        <numerusform>{names} dijadikan administrator dengan “people recover”</numerusform>
      </translation>
    </message>
    <message>
      <source>{name} has no SalesDesk role now.</source>
      <translation>{name} sekarang tanpa peran SalesDesk.</translation>
    </message>
    <message>
      <source>{name} is {role} now.</source>
      <translation>{name} sekarang {role}.</translation>
    </message>
    <message numerus="yes">
      <source>{number} account</source>
      <comment>{number} accounts</comment>
      <translation>
        <numerusform>{number} akun</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} change is not applied</source>
      <comment>{number} changes are not applied</comment>
      <translation>
        <numerusform>{number} perubahan belum diterapkan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} customer</source>
      <comment>{number} customers</comment>
      <translation>
        <numerusform>{number} pelanggan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} customer was handed over.</source>
      <comment>{number} customers were handed over.</comment>
      <translation>
        <numerusform>{number} pelanggan diserahkan.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} fewer</source>
      <comment>{number} fewer</comment>
      <translation>
        <numerusform>{number} lebih sedikit</numerusform>
      </translation>
    </message>
    <message>
      <source>{number} late</source>
      <translation>{number} telat</translation>
    </message>
    <message numerus="yes">
      <source>{number} next step goes along</source>
      <comment>{number} next steps go along</comment>
      <translation>
        <numerusform>{number} tindak lanjut ikut serta</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} next step late</source>
      <comment>{number} next steps late</comment>
      <translation>
        <numerusform>{number} tindak lanjut terlambat</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} permission more</source>
      <comment>{number} permissions more</comment>
      <translation>
        <numerusform>{number} izin lebih banyak</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} person</source>
      <comment>{number} people</comment>
      <translation>
        <numerusform>{number} orang</numerusform>
      </translation>
    </message>
    <message>
      <source>{role} ({people}): {what}</source>
      <translation>{role} ({people}): {what}</translation>
    </message>
    <message>
      <source>{role}, sleeping</source>
      <translation>{role}, tertidur</translation>
    </message>
  </context>
  <context>
    <name>pipeline</name>
    <message>
      <source>&amp;Cold</source>
      <translation>&amp;Dingin</translation>
    </message>
    <message>
      <source>&amp;Hot</source>
      <translation>&amp;Panas</translation>
    </message>
    <message>
      <source>&amp;Ordered</source>
      <translation>&amp;Memesan</translation>
    </message>
    <message>
      <source>&amp;Warm</source>
      <translation>&amp;Hangat</translation>
    </message>
    <message numerus="yes">
      <source>1 customer</source>
      <comment>{number} customers, most urgent first</comment>
      <translation>
        <numerusform>{number} pelanggan, paling mendesak dulu</numerusform>
      </translation>
    </message>
    <message>
      <source>Cards: {stage}</source>
      <translation>Kartu: {stage}</translation>
    </message>
    <message>
      <source>Cold</source>
      <translation>Dingin</translation>
    </message>
    <message>
      <source>Customers stand here by how far they are: cold, warm, hot, then ordered and won, which follow from their orders.</source>
      <translation>Pelanggan berada di sini menurut kemajuannya: dingin, hangat, panas, lalu memesan dan deal, yang mengikuti pesanannya.</translation>
    </message>
    <message>
      <source>Hot</source>
      <translation>Panas</translation>
    </message>
    <message>
      <source>No card matches the search and the filters that are set.</source>
      <translation>Tidak ada kartu yang cocok dengan pencarian dan filter yang dipasang.</translation>
    </message>
    <message>
      <source>Nobody is cold here. Drop a card to move it.</source>
      <translation>Tidak ada yang dingin di sini. Jatuhkan kartu untuk memindahkannya.</translation>
    </message>
    <message>
      <source>Nobody is hot here. Drop a card to move it.</source>
      <translation>Tidak ada yang panas di sini. Jatuhkan kartu untuk memindahkannya.</translation>
    </message>
    <message>
      <source>Nobody is warm here. Drop a card to move it.</source>
      <translation>Tidak ada yang hangat di sini. Jatuhkan kartu untuk memindahkannya.</translation>
    </message>
    <message>
      <source>Nobody matches</source>
      <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
      <source>Nobody on the board yet</source>
      <translation>Belum ada siapa-siapa di papan</translation>
    </message>
    <message>
      <source>Nobody was won in the last months.</source>
      <translation>Tidak ada deal dalam bulan-bulan terakhir.</translation>
    </message>
    <message>
      <source>Ordered</source>
      <translation>Memesan</translation>
    </message>
    <message>
      <source>Ordered and won follow from orders; cards cannot be dropped here.</source>
      <translation>Memesan dan deal mengikuti pesanan; kartu tidak dapat dijatuhkan di sini.</translation>
    </message>
    <message>
      <source>The board could not be read</source>
      <translation>Papan tidak dapat dibaca</translation>
    </message>
    <message>
      <source>The board is read as soon as it answers again.</source>
      <translation>Papan dibaca begitu server menjawab lagi.</translation>
    </message>
    <message>
      <source>Warm</source>
      <translation>Hangat</translation>
    </message>
    <message>
      <source>Wo&amp;n</source>
      <translation>D&amp;eal</translation>
    </message>
    <message>
      <source>Won</source>
      <translation>Deal</translation>
    </message>
    <message>
      <source>{stage} is the first stage; there is none before it.</source>
      <translation>{stage} adalah tahap pertama; tidak ada tahap sebelumnya.</translation>
    </message>
    <message numerus="yes">
      <source>{stage}: 1 customer</source>
      <comment>{stage}: {number} customers</comment>
      <translation>
        <numerusform>{stage}: {number} pelanggan</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>plan</name>
    <message>
      <source>Plan for {name}</source>
      <translation>Rencana untuk {name}</translation>
    </message>
    <message>
      <source>Plan for {number} customers</source>
      <translation>Rencana untuk {number} pelanggan</translation>
    </message>
  </context>
  <context>
    <name>pool</name>
    <message>
      <source> and </source>
      <translation> dan </translation>
    </message>
    <message numerus="yes">
      <source>1 customer is free</source>
      <comment>{number} customers are free</comment>
      <translation>
        <numerusform>{number} pelanggan bebas</numerusform>
      </translation>
    </message>
    <message>
      <source>Best method</source>
      <translation>Cara terbaik</translation>
    </message>
    <message>
      <source>Came back</source>
      <translation>Kembali</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>Customers whom nobody contacts for too long, and those that are released, are listed here for everybody to claim.</source>
      <translation>Pelanggan yang terlalu lama tidak dihubungi, dan yang dilepas, tercantum di sini agar dapat diambil siapa saja.</translation>
    </message>
    <message>
      <source>Free since</source>
      <translation>Bebas sejak</translation>
    </message>
    <message>
      <source>Inactivity</source>
      <translation>Tanpa kontak</translation>
    </message>
    <message>
      <source>Last outcome</source>
      <translation>Hasil terakhir</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>No available customer matches the search and the filters.</source>
      <translation>Tidak ada pelanggan bebas yang cocok dengan pencarian dan filter.</translation>
    </message>
    <message>
      <source>Nobody is free</source>
      <translation>Tidak ada yang bebas</translation>
    </message>
    <message>
      <source>Nobody matches</source>
      <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
      <source>Notes are shown to who claims the customer.</source>
      <translation>Catatan ditunjukkan kepada yang mengambil pelanggan.</translation>
    </message>
    <message>
      <source>Period ended</source>
      <translation>Masa pegang berakhir</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Phone and notes are shown to who claims the customer.</source>
      <translation>Telepon dan catatan ditunjukkan kepada yang mengambil pelanggan.</translation>
    </message>
    <message>
      <source>Pool</source>
      <translation>Bursa</translation>
    </message>
    <message>
      <source>Reason not known</source>
      <translation>Alasan tidak diketahui</translation>
    </message>
    <message>
      <source>Released by hand</source>
      <translation>Dilepas manual</translation>
    </message>
    <message>
      <source>Sorting by {column} is offered for fewer than {number} customers: narrow the list first.</source>
      <translation>Pengurutan menurut {column} tersedia untuk kurang dari {number} pelanggan: persempit dulu daftarnya.</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>The phone number is shown to who claims the customer.</source>
      <translation>Nomor telepon ditunjukkan kepada yang mengambil pelanggan.</translation>
    </message>
    <message>
      <source>The pool could not be read</source>
      <translation>Bursa tidak dapat dibaca</translation>
    </message>
    <message>
      <source>The pool is not sorted by {column}.</source>
      <translation>Bursa tidak diurutkan menurut {column}.</translation>
    </message>
    <message>
      <source>The pool is read as soon as it answers again.</source>
      <translation>Bursa dibaca begitu server menjawab lagi.</translation>
    </message>
    <message>
      <source>You hold {number} of {most}</source>
      <translation>Anda memegang {number} dari {most}</translation>
    </message>
    <message>
      <source>You may claim again from {when} on.</source>
      <translation>Anda boleh mengambil lagi mulai {when}.</translation>
    </message>
    <message>
      <source>You may claim this customer from {when} on.</source>
      <translation>Anda boleh mengambil pelanggan ini mulai {when}.</translation>
    </message>
    <message>
      <source>You used {number} of {most} claims today</source>
      <translation>Anda memakai {number} dari {most} pengambilan hari ini</translation>
    </message>
    <message>
      <source>no contact yet</source>
      <translation>belum ada kontak</translation>
    </message>
    <message>
      <source>none completed</source>
      <translation>belum ada yang selesai</translation>
    </message>
    <message>
      <source>none open</source>
      <translation>tidak ada</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>tidak diketahui</translation>
    </message>
    <message>
      <source>used {number} of {most} claims today</source>
      <translation>terpakai {number} dari {most} pengambilan hari ini</translation>
    </message>
    <message>
      <source>{begin} to {end}</source>
      <translation>{begin} sampai {end}</translation>
    </message>
    <message>
      <source>{begin} to {end}, weekdays</source>
      <translation>{begin} sampai {end}, hari kerja</translation>
    </message>
    <message>
      <source>{method} {number} of {all}</source>
      <translation>{method} {number}/{all}</translation>
    </message>
    <message>
      <source>{number} completed</source>
      <translation>{number} selesai</translation>
    </message>
    <message>
      <source>{number} completed, {amount}</source>
      <translation>{number} selesai, {amount}</translation>
    </message>
    <message>
      <source>{number} of {all}</source>
      <translation>{number} dari {all}</translation>
    </message>
    <message>
      <source>{number} of {all} successful</source>
      <translation>{number} dari {all} berhasil</translation>
    </message>
    <message>
      <source>{reason}, by {name}</source>
      <translation>{reason}, oleh {name}</translation>
    </message>
    <message>
      <source>{reason}: idle {days}, limit {limit}</source>
      <translation>{reason}: {days}, batas {limit}</translation>
    </message>
    <message>
      <source>{since}; before with {name}</source>
      <translation>{since}; sebelumnya pada {name}</translation>
    </message>
  </context>
  <context>
    <name>printing</name>
    <message>
      <source>Page {number}</source>
      <translation>Halaman {number}</translation>
    </message>
  </context>
  <context>
    <name>protect</name>
    <message>
      <source>Protect {name}</source>
      <translation>Lindungi {name}</translation>
    </message>
    <message>
      <source>Protect {number} customers</source>
      <translation>Lindungi {number} pelanggan</translation>
    </message>
  </context>
  <context>
    <name>refusal</name>
    <message>
      <source>1 contact names no method that is known and cannot come in; say which it was.</source>
      <translation>1 kontak tidak menyebut cara yang dikenal dan tidak dapat masuk; sebutkan caranya.</translation>
    </message>
    <message>
      <source>1 contact names no outcome that is known and cannot come in; say which it was.</source>
      <translation>1 kontak tidak menyebut hasil yang dikenal dan tidak dapat masuk; sebutkan hasilnya.</translation>
    </message>
    <message>
      <source>1 hidden row of the workbook is left out.</source>
      <translation>1 baris tersembunyi dari buku kerja dilewatkan.</translation>
    </message>
    <message>
      <source>A backup needs a file of its own, not the workspace itself.</source>
      <translation>Cadangan memerlukan berkas sendiri, bukan ruang kerja itu.</translation>
    </message>
    <message>
      <source>A character cannot be read in this encoding.</source>
      <translation>Ada huruf yang tidak dapat dibaca dalam pengodean ini.</translation>
    </message>
    <message>
      <source>A contact cannot lie in the future.</source>
      <translation>Kontak tidak boleh di masa depan.</translation>
    </message>
    <message>
      <source>A customer is ordered while an order is pending or confirmed: make the order.</source>
      <translation>Pelanggan disebut memesan selama ada pesanan yang menunggu atau dikonfirmasi: buatlah pesanannya.</translation>
    </message>
    <message>
      <source>A customer is won when an order is completed; it cannot be moved there.</source>
      <translation>Pelanggan menjadi deal ketika pesanannya selesai; ia tidak dapat dipindahkan ke sana.</translation>
    </message>
    <message>
      <source>A held release is confirmed by a person with the permission “{permission}”.</source>
      <translation>Pelepasan yang ditahan disetujui oleh orang dengan izin “{permission}”.</translation>
    </message>
    <message>
      <source>A letter stands among the digits of “{text}”.</source>
      <translation>Ada huruf di antara angka “{text}”.</translation>
    </message>
    <message>
      <source>A number is too large for the database.</source>
      <translation>Ada angka yang terlalu besar untuk basis data.</translation>
    </message>
    <message>
      <source>A password has at least {least} characters.</source>
      <translation>Kata sandi paling sedikit {least} huruf.</translation>
    </message>
    <message>
      <source>A password has at most {most} characters.</source>
      <translation>Kata sandi paling banyak {most} huruf.</translation>
    </message>
    <message>
      <source>A pinned certificate needs its file.</source>
      <translation>Sertifikat yang disematkan memerlukan berkasnya.</translation>
    </message>
    <message>
      <source>A protection may last ten years at most.</source>
      <translation>Perlindungan paling lama sepuluh tahun.</translation>
    </message>
    <message>
      <source>A protection needs a reason.</source>
      <translation>Perlindungan memerlukan alasan.</translation>
    </message>
    <message>
      <source>A quotation mark in this cell is open or out of place.</source>
      <translation>Tanda kutip di sel ini terbuka atau salah tempat.</translation>
    </message>
    <message>
      <source>A role's name has at most {most} characters.</source>
      <translation>Nama peran paling banyak {most} huruf.</translation>
    </message>
    <message>
      <source>A sheet reaches to row {rows} and column {columns}: too far for a table of customers (at most {most_lines} lines and {most_columns} columns). A cell far outside the table may be the reason; copy the table into a new sheet.</source>
      <translation>Satu lembar terentang sampai baris {rows} dan kolom {columns}: terlalu jauh untuk tabel pelanggan (paling banyak {most_lines} baris dan {most_columns} kolom). Mungkin ada sel yang jauh di luar tabel; salin tabelnya ke lembar baru.</translation>
    </message>
    <message>
      <source>A spreadsheet has cut digits off this number ({text}); type it again as text.</source>
      <translation>Program lembar sebar memotong angka nomor ini ({text}); ketik lagi sebagai teks.</translation>
    </message>
    <message>
      <source>A target is a whole number from 1 to {highest}, or nothing.</source>
      <translation>Target adalah bilangan bulat dari 1 sampai {highest}, atau kosong.</translation>
    </message>
    <message>
      <source>A text holds a character that cannot be stored.</source>
      <translation>Ada teks dengan huruf yang tidak dapat disimpan.</translation>
    </message>
    <message>
      <source>A text is too long for the database.</source>
      <translation>Ada teks yang terlalu panjang untuk basis data.</translation>
    </message>
    <message>
      <source>A week cannot ask for fewer contacts than a day.</source>
      <translation>Target seminggu tidak boleh lebih kecil dari target sehari.</translation>
    </message>
    <message>
      <source>A workspace has no database accounts: its file belongs to one user.</source>
      <translation>Ruang kerja tidak punya akun basis data: berkasnya milik satu pengguna.</translation>
    </message>
    <message>
      <source>An unexpected error occurred here.</source>
      <translation>Terjadi kesalahan tak terduga di sini.</translation>
    </message>
    <message>
      <source>At most {most} customers are copied at once: more need the permission “{permission}”, which an administrator can give to your role. Choose fewer.</source>
      <translation>Paling banyak {most} pelanggan disalin sekaligus: untuk lebih diperlukan izin “{permission}”, yang dapat diberikan administrator kepada peran Anda. Pilih lebih sedikit.</translation>
    </message>
    <message>
      <source>Choose a reason or write one.</source>
      <translation>Pilih atau tulis alasannya.</translation>
    </message>
    <message>
      <source>Choose the column with the name, or with the company.</source>
      <translation>Pilih kolom yang berisi nama, atau perusahaan.</translation>
    </message>
    <message>
      <source>Choose the column with the phone number: customers are told apart by it.</source>
      <translation>Pilih kolom yang berisi nomor telepon: pelanggan dibedakan dengannya.</translation>
    </message>
    <message>
      <source>Choose who you are.</source>
      <translation>Pilih siapa Anda.</translation>
    </message>
    <message>
      <source>Column “{column}”: 1 date has neither a method nor an outcome nor a note beside it and no contact is made of it; say if it is the last contact.</source>
      <translation>Kolom “{column}”: 1 tanggal tidak punya cara, hasil, atau catatan di sampingnya dan tidak dijadikan kontak; sebutkan bila itu kontak terakhir.</translation>
    </message>
    <message>
      <source>Column “{column}”: 1 note belongs to no contact, since the file has no date of one.</source>
      <translation>Kolom “{column}”: 1 catatan tidak termasuk kontak mana pun, sebab berkas tidak memuat tanggalnya.</translation>
    </message>
    <message>
      <source>Column “{column}”: dates such as {word} can be read in two ways: {first} or {second}. The first is taken; say which is meant.</source>
      <translation>Kolom “{column}”: tanggal seperti {word} dapat dibaca dengan dua cara: {first} atau {second}. Yang pertama dipakai; sebutkan mana yang dimaksud.</translation>
    </message>
    <message>
      <source>Column “{column}”: no agent is called {words}; these customers are in the pool.</source>
      <translation>Kolom “{column}”: tidak ada agen bernama {words}; pelanggan ini masuk ke bursa.</translation>
    </message>
    <message>
      <source>Column “{column}”: nobody, or more than one, is called {words}; the contacts are credited to you, with the name in the note.</source>
      <translation>Kolom “{column}”: tidak ada, atau ada beberapa, yang bernama {words}; kontaknya dicatat atas nama Anda, dengan nama itu dalam catatan.</translation>
    </message>
    <message>
      <source>Column “{column}”: some dates are text and some are real dates. {word} may have been meant as {reading}: the program that opened the list may have taken days for months.</source>
      <translation>Kolom “{column}”: sebagian tanggal berupa teks dan sebagian tanggal sungguhan. {word} mungkin dimaksud sebagai {reading}: program yang membuka daftar mungkin menukar hari dengan bulan.</translation>
    </message>
    <message>
      <source>Column “{column}”: you may not assign customers, so 1 customer stays in the pool.</source>
      <translation>Kolom “{column}”: Anda tidak boleh menugaskan pelanggan, jadi 1 pelanggan tetap di bursa.</translation>
    </message>
    <message>
      <source>Column “{column}”: you may not assign customers, so {number} customers stay in the pool.</source>
      <translation>Kolom “{column}”: Anda tidak boleh menugaskan pelanggan, jadi {number} pelanggan tetap di bursa.</translation>
    </message>
    <message>
      <source>Column “{column}”: {number} dates have neither a method nor an outcome nor a note beside it and no contact is made of it; say if it is the last contact.</source>
      <translation>Kolom “{column}”: {number} tanggal tidak punya cara, hasil, atau catatan di sampingnya dan tidak dijadikan kontak; sebutkan bila itu kontak terakhir.</translation>
    </message>
    <message>
      <source>Column “{column}”: {number} notes belong to no contact, since the file has no date of one.</source>
      <translation>Kolom “{column}”: {number} catatan tidak termasuk kontak mana pun, sebab berkas tidak memuat tanggalnya.</translation>
    </message>
    <message>
      <source>Column “{column}”: {reason}</source>
      <translation>Kolom “{column}”: {reason}</translation>
    </message>
    <message>
      <source>Column “{column}”: {words} is none of our words and is left empty.</source>
      <translation>Kolom “{column}”: {words} bukan kata yang kita kenal dan dikosongkan.</translation>
    </message>
    <message>
      <source>Columns that are not imported: {columns}.</source>
      <translation>Kolom yang tidak diimpor: {columns}.</translation>
    </message>
    <message>
      <source>Enter a number of contacts.</source>
      <translation>Isi jumlah kontak.</translation>
    </message>
    <message>
      <source>Firebase asks for the password anew.</source>
      <translation>Firebase meminta kata sandi lagi.</translation>
    </message>
    <message>
      <source>Firebase cannot be reached.</source>
      <translation>Firebase tidak terjangkau.</translation>
    </message>
    <message>
      <source>Firebase does not know the project's key, or does not let people sign in by password. An administrator mends it in the settings, Sign-in.</source>
      <translation>Firebase tidak mengenal kunci proyek, atau tidak mengizinkan orang masuk dengan kata sandi. Administrator memperbaikinya di pengaturan, Cara masuk.</translation>
    </message>
    <message>
      <source>Firebase is out of order.</source>
      <translation>Firebase sedang terganggu.</translation>
    </message>
    <message>
      <source>Firebase knows you, but nobody among the users of this database has your uid.</source>
      <translation>Firebase mengenal Anda, tetapi tidak seorang pun di antara pengguna basis data ini punya uid Anda.</translation>
    </message>
    <message>
      <source>Firebase takes no more tries for now: too many went wrong. Wait a few minutes.</source>
      <translation>Untuk sementara Firebase tidak menerima percobaan lagi: terlalu banyak yang salah. Tunggu beberapa menit.</translation>
    </message>
    <message>
      <source>Firebase's answer cannot be read.</source>
      <translation>Jawaban Firebase tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>Firebase's answer has expired, or is of the future: the clock of the database's server may be wrong.</source>
      <translation>Jawaban Firebase sudah kedaluwarsa, atau dari masa depan: jam server basis data mungkin salah.</translation>
    </message>
    <message>
      <source>Firebase's answer is not of the project “{project}” or of this person. An administrator mends project and key in the settings, Sign-in.</source>
      <translation>Jawaban Firebase bukan dari proyek “{project}” atau bukan tentang orang ini. Administrator memperbaiki proyek dan kunci di pengaturan, Cara masuk.</translation>
    </message>
    <message>
      <source>Firebase's keys cannot be fetched.</source>
      <translation>Kunci Firebase tidak dapat diambil.</translation>
    </message>
    <message>
      <source>Give the role a name.</source>
      <translation>Beri peran ini nama.</translation>
    </message>
    <message>
      <source>It has an order.</source>
      <translation>Ada pesanannya.</translation>
    </message>
    <message>
      <source>Line {line} has the same phone number.</source>
      <translation>Baris {line} punya nomor telepon yang sama.</translation>
    </message>
    <message>
      <source>Line {line} is longer than {most} characters; this is no table.</source>
      <translation>Baris {line} lebih panjang daripada {most} huruf; ini bukan tabel.</translation>
    </message>
    <message>
      <source>Making room for long notes copies about {number} events: some {seconds} seconds. Meanwhile whatever people save waits.</source>
      <translation>Menyediakan tempat untuk catatan panjang menyalin kira-kira {number} kejadian: sekitar {seconds} detik. Sementara itu apa pun yang disimpan orang harus menunggu.</translation>
    </message>
    <message>
      <source>Name the database account that stands for the person.</source>
      <translation>Sebutkan akun basis data yang mewakili orang ini.</translation>
    </message>
    <message>
      <source>Name the server alone, such as db.company.com.</source>
      <translation>Sebutkan servernya saja, misalnya db.perusahaan.com.</translation>
    </message>
    <message>
      <source>No Firebase project is set. An administrator enters it in the settings, Sign-in.</source>
      <translation>Proyek Firebase belum diatur. Administrator mengisinya di pengaturan, Cara masuk.</translation>
    </message>
    <message>
      <source>No address is given: say whose role or account it is.</source>
      <translation>Alamat belum disebut: sebutkan milik siapa peran atau akun ini.</translation>
    </message>
    <message>
      <source>No customer has the number or the id “{typed}”.</source>
      <translation>Tidak ada pelanggan dengan nomor atau id “{typed}”.</translation>
    </message>
    <message>
      <source>Nobody is released until this setting is mended: {faults}.</source>
      <translation>Tidak ada yang dilepas sampai pengaturan ini diperbaiki: {faults}.</translation>
    </message>
    <message>
      <source>Nobody says any more that these customers are different.</source>
      <translation>Tidak ada lagi yang menyatakan pelanggan ini berbeda.</translation>
    </message>
    <message>
      <source>Nobody who can sign in would be left to manage people. Make somebody else an administrator first.</source>
      <translation>Tidak akan ada lagi yang dapat masuk dan mengelola pengguna. Jadikan orang lain administrator lebih dulu.</translation>
    </message>
    <message>
      <source>Nothing is to be changed.</source>
      <translation>Tidak ada yang perlu diubah.</translation>
    </message>
    <message>
      <source>Only a workspace is backed up by SalesDesk. A company's database is backed up on its server: see “Backup” in the guide for administrators (docs/administrators.md).</source>
      <translation>Hanya ruang kerja yang dicadangkan SalesDesk. Basis data perusahaan dicadangkan di servernya: lihat “Cadangan” dalam panduan administrator (docs/administrators.md).</translation>
    </message>
    <message>
      <source>Other sheets hold customers too and are not read: {sheets}.</source>
      <translation>Lembar lain juga berisi pelanggan dan tidak dibaca: {sheets}.</translation>
    </message>
    <message>
      <source>People of the company's database are made by the booking application.</source>
      <translation>Orang di basis data perusahaan dibuat oleh aplikasi pemesanan.</translation>
    </message>
    <message>
      <source>SalesDesk is closing; this was not finished.</source>
      <translation>SalesDesk sedang ditutup; ini tidak diselesaikan.</translation>
    </message>
    <message>
      <source>SalesDesk's own tables are missing or older than this program. An administrator must run: salesdesk db upgrade</source>
      <translation>Tabel milik SalesDesk belum ada atau lebih tua dari program ini. Administrator harus menjalankan: salesdesk db upgrade</translation>
    </message>
    <message>
      <source>Somebody changed an imported contact since.</source>
      <translation>Seseorang mengubah kontak yang diimpor sejak itu.</translation>
    </message>
    <message>
      <source>Somebody else changed the role of {name} meanwhile.</source>
      <translation>Sementara itu orang lain mengubah peran {name}.</translation>
    </message>
    <message>
      <source>Somebody else changed the role “{name}” meanwhile.</source>
      <translation>Sementara itu orang lain mengubah peran “{name}”.</translation>
    </message>
    <message>
      <source>Somebody else changed this contact meanwhile, so it stays.</source>
      <translation>Sementara itu orang lain mengubah kontak ini, jadi kontak ini tetap.</translation>
    </message>
    <message>
      <source>Somebody else changed this customer in the meantime.</source>
      <translation>Sementara itu orang lain mengubah pelanggan ini.</translation>
    </message>
    <message>
      <source>Somebody else changed this meanwhile.</source>
      <translation>Sementara itu orang lain mengubahnya.</translation>
    </message>
    <message>
      <source>Somebody else changed this template in the meantime. Look at it again.</source>
      <translation>Sementara itu orang lain mengubah templat ini. Lihatlah lagi.</translation>
    </message>
    <message>
      <source>Somebody else changed {fields} in the meantime.</source>
      <translation>Sementara itu orang lain mengubah {fields}.</translation>
    </message>
    <message>
      <source>Somebody else has {numbers} already: another number of these customers is their first.</source>
      <translation>Orang lain sudah punya {numbers}: nomor lain pelanggan ini adalah nomor pertamanya.</translation>
    </message>
    <message>
      <source>Somebody else logged a contact.</source>
      <translation>Orang lain mencatat kontak.</translation>
    </message>
    <message>
      <source>Somebody else ordered the templates in the meantime. Look again.</source>
      <translation>Sementara itu orang lain mengurutkan templat. Lihatlah lagi.</translation>
    </message>
    <message>
      <source>Somebody else set this target in the meantime. Look at it again.</source>
      <translation>Sementara itu orang lain menetapkan target ini. Lihatlah lagi.</translation>
    </message>
    <message>
      <source>Somebody had it since.</source>
      <translation>Seseorang memegangnya sejak itu.</translation>
    </message>
    <message>
      <source>Somebody had this customer since that release, so it is not taken back any more.</source>
      <translation>Seseorang memegang pelanggan ini sejak pelepasan itu, jadi pelepasannya tidak lagi ditarik kembali.</translation>
    </message>
    <message>
      <source>Somebody is its owner.</source>
      <translation>Ada yang memegangnya.</translation>
    </message>
    <message>
      <source>Somebody moved this customer from {seen} to {stands} meanwhile; nothing was changed.</source>
      <translation>Sementara itu seseorang memindah pelanggan ini dari {seen} ke {stands}; tidak ada yang diubah.</translation>
    </message>
    <message>
      <source>Somebody set this customer aside or took it back meanwhile.</source>
      <translation>Sementara itu seseorang menyisihkan atau mengembalikan pelanggan ini.</translation>
    </message>
    <message>
      <source>Somebody worked on it since.</source>
      <translation>Seseorang mengerjakannya sejak itu.</translation>
    </message>
    <message>
      <source>The account {account} stands for nobody.</source>
      <translation>Akun {account} tidak mewakili siapa pun.</translation>
    </message>
    <message>
      <source>The account {account} stands for somebody else; take it away there first.</source>
      <translation>Akun {account} mewakili orang lain; cabut dulu dari sana.</translation>
    </message>
    <message>
      <source>The address</source>
      <translation>Alamat</translation>
    </message>
    <message>
      <source>The address is too long.</source>
      <translation>Alamat terlalu panjang.</translation>
    </message>
    <message>
      <source>The answer is not signed by Firebase: something between this computer and Firebase may have changed it.</source>
      <translation>Jawabannya tidak ditandatangani Firebase: sesuatu di antara komputer ini dan Firebase mungkin mengubahnya.</translation>
    </message>
    <message>
      <source>The booking application's tables lack columns that SalesDesk needs: {columns}</source>
      <translation>Tabel aplikasi pemesanan tidak memiliki kolom yang diperlukan SalesDesk: {columns}</translation>
    </message>
    <message>
      <source>The card in line {line} is longer than a card can be.</source>
      <translation>Kartu di baris {line} lebih panjang daripada semestinya.</translation>
    </message>
    <message>
      <source>The certificate {name} cannot be read.</source>
      <translation>Sertifikat {name} tidak dapat dibaca.</translation>
    </message>
    <message>
      <source>The company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>The contact has no date, so its note is left out.</source>
      <translation>Kontak ini tidak bertanggal, jadi catatannya dilewatkan.</translation>
    </message>
    <message>
      <source>The contact names no method and is left out.</source>
      <translation>Kontak tidak menyebut cara dan dilewatkan.</translation>
    </message>
    <message>
      <source>The contact names no outcome and is left out.</source>
      <translation>Kontak tidak menyebut hasil dan dilewatkan.</translation>
    </message>
    <message>
      <source>The customers' summaries, by which lists are read, are not all made yet. An administrator must run: salesdesk db upgrade</source>
      <translation>Ringkasan pelanggan, yang dipakai untuk membaca daftar, belum semuanya dibuat. Administrator harus menjalankan: salesdesk db upgrade</translation>
    </message>
    <message>
      <source>The database URL cannot be read. It looks like mysql://user@host:3306/name or sqlite:///file.</source>
      <translation>URL basis data tidak dapat dibaca. Bentuknya mysql://pengguna@host:3306/nama atau sqlite:///berkas.</translation>
    </message>
    <message>
      <source>The database URL has options that SalesDesk does not take from it: {options}. How to encrypt is a choice of its own.</source>
      <translation>URL basis data memuat opsi yang tidak diterima SalesDesk: {options}. Cara mengenkripsi dipilih tersendiri.</translation>
    </message>
    <message>
      <source>The database URL names no database: mysql://user@host:3306/name</source>
      <translation>URL basis data tidak menyebut nama basis data: mysql://pengguna@host:3306/nama</translation>
    </message>
    <message>
      <source>The database account “{account}” does not stand for anybody yet. An administrator must run: salesdesk people map {quoted} EMAIL</source>
      <translation>Akun basis data “{account}” belum mewakili siapa pun. Administrator harus menjalankan: salesdesk people map {quoted} EMAIL</translation>
    </message>
    <message>
      <source>The database account “{account}” is {name}'s own: nobody else signs in with it. Choose “An account per person” for this connection.</source>
      <translation>Akun basis data “{account}” milik {name} sendiri: orang lain tidak masuk dengannya. Pilih “Satu akun per orang” untuk sambungan ini.</translation>
    </message>
    <message>
      <source>The database cannot look for one of these characters.</source>
      <translation>Basis data tidak dapat mencari salah satu huruf ini.</translation>
    </message>
    <message>
      <source>The database cannot store one of these characters.</source>
      <translation>Basis data tidak dapat menyimpan salah satu huruf ini.</translation>
    </message>
    <message>
      <source>The database cannot store this date.</source>
      <translation>Basis data tidak dapat menyimpan tanggal ini.</translation>
    </message>
    <message>
      <source>The database does not know one of these values.</source>
      <translation>Basis data tidak mengenal salah satu nilai ini.</translation>
    </message>
    <message>
      <source>The date has no method, outcome or note beside it and makes no contact.</source>
      <translation>Tanggal ini tidak disertai cara, hasil, atau catatan, dan tidak menjadi kontak.</translation>
    </message>
    <message>
      <source>The disk is full: {file} was not written. Free some space, or choose another folder.</source>
      <translation>Disk penuh: {file} tidak ditulis. Kosongkan sebagian ruang, atau pilih folder lain.</translation>
    </message>
    <message>
      <source>The doctor knows no “{kind}”. Kinds that can be mended: {kinds}.</source>
      <translation>Pemeriksaan tidak mengenal “{kind}”. Jenis yang dapat diperbaiki: {kinds}.</translation>
    </message>
    <message>
      <source>The export was stopped; no file was written.</source>
      <translation>Ekspor dihentikan; tidak ada berkas yang ditulis.</translation>
    </message>
    <message>
      <source>The file has no column “{column}” any more.</source>
      <translation>Berkas tidak lagi punya kolom “{column}”.</translation>
    </message>
    <message>
      <source>The import was stopped after {done} lines. Run again, it goes on from there; or take back what is in.</source>
      <translation>Impor dihentikan setelah {done} baris. Jalankan lagi, dan impor dilanjutkan dari sana; atau tarik kembali yang sudah masuk.</translation>
    </message>
    <message>
      <source>The language is unknown.</source>
      <translation>Bahasanya tidak dikenal.</translation>
    </message>
    <message>
      <source>The mapping does not fit: {fault}. Fields are {fields}; dates are {orders}; duplicates are {duplicates}; methods are {methods}; outcomes are {outcomes}.</source>
      <translation>Pemetaan tidak cocok: {fault}. Isian: {fields}; tanggal: {orders}; pelanggan ganda: {duplicates}; cara: {methods}; hasil: {outcomes}.</translation>
    </message>
    <message>
      <source>The mapping is an object with “columns”, “dates” and “duplicates”.</source>
      <translation>Pemetaan adalah objek dengan “columns”, “dates”, dan “duplicates”.</translation>
    </message>
    <message>
      <source>The mapping is no JSON: {fault}.</source>
      <translation>Pemetaan bukan JSON: {fault}.</translation>
    </message>
    <message>
      <source>The name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>The name is missing.</source>
      <translation>Nama belum diisi.</translation>
    </message>
    <message>
      <source>The name of a new customer is missing.</source>
      <translation>Nama pelanggan baru belum diisi.</translation>
    </message>
    <message>
      <source>The name of the database account is missing.</source>
      <translation>Nama akun basis data belum diisi.</translation>
    </message>
    <message>
      <source>The name of the database is missing.</source>
      <translation>Nama basis data belum diisi.</translation>
    </message>
    <message>
      <source>The next step cannot lie in the past.</source>
      <translation>Tindak lanjut tidak boleh di masa lalu.</translation>
    </message>
    <message>
      <source>The next step lies after {year}.</source>
      <translation>Tindak lanjut jatuh setelah tahun {year}.</translation>
    </message>
    <message>
      <source>The next step lies before its contact.</source>
      <translation>Tindak lanjut jatuh sebelum kontaknya.</translation>
    </message>
    <message>
      <source>The next step lies outside {first} to {last}.</source>
      <translation>Tindak lanjut jatuh di luar {first} sampai {last}.</translation>
    </message>
    <message>
      <source>The note</source>
      <translation>Catatan</translation>
    </message>
    <message>
      <source>The note holds a character that cannot be printed.</source>
      <translation>Catatan berisi huruf yang tidak dapat dicetak.</translation>
    </message>
    <message>
      <source>The note is too long.</source>
      <translation>Catatan terlalu panjang.</translation>
    </message>
    <message>
      <source>The number already belongs to {customer}, and nothing is empty there.</source>
      <translation>Nomor ini sudah milik {customer}, dan di sana tidak ada yang kosong.</translation>
    </message>
    <message>
      <source>The number already belongs to {customer}.</source>
      <translation>Nomor ini sudah milik {customer}.</translation>
    </message>
    <message>
      <source>The password is not kept on this computer.</source>
      <translation>Kata sandi tidak disimpan di komputer ini.</translation>
    </message>
    <message>
      <source>The phone number is longer than {most} characters.</source>
      <translation>Nomor telepon lebih panjang daripada {most} huruf.</translation>
    </message>
    <message>
      <source>The phone number is missing.</source>
      <translation>Nomor telepon belum diisi.</translation>
    </message>
    <message>
      <source>The port is a number from 1 to 65535.</source>
      <translation>Port adalah angka dari 1 sampai 65535.</translation>
    </message>
    <message>
      <source>The protection has to end in the future.</source>
      <translation>Perlindungan harus berakhir di masa depan.</translation>
    </message>
    <message>
      <source>The reason</source>
      <translation>Alasan</translation>
    </message>
    <message>
      <source>The rejected rows cannot be written to {name}: {fault}.</source>
      <translation>Baris yang ditolak tidak dapat ditulis ke {name}: {fault}.</translation>
    </message>
    <message>
      <source>The role “{role}” of this database is inactive or lacks the permission “{permission}”.</source>
      <translation>Peran “{role}” di basis data ini tidak aktif atau tidak punya izin “{permission}”.</translation>
    </message>
    <message>
      <source>The sample workspace cannot be used. {fault} To have it made anew: salesdesk --demo --fresh</source>
      <translation>Ruang kerja contoh tidak dapat dipakai. {fault} Untuk membuatnya baru: salesdesk --demo --fresh</translation>
    </message>
    <message>
      <source>The sample workspace is open in another window of SalesDesk; close it first.</source>
      <translation>Ruang kerja contoh sedang terbuka di jendela SalesDesk lain; tutup dahulu jendela itu.</translation>
    </message>
    <message>
      <source>The server took another account for yours (a proxy). SalesDesk needs an account that is one person's alone.</source>
      <translation>Server menganggap akun lain sebagai akun Anda (proksi). SalesDesk memerlukan akun yang hanya milik satu orang.</translation>
    </message>
    <message>
      <source>The server's name is missing.</source>
      <translation>Nama server belum diisi.</translation>
    </message>
    <message>
      <source>The settings in {file} cannot be read ({fault}). They are kept as {kept}; SalesDesk starts without them.</source>
      <translation>Pengaturan dalam {file} tidak dapat dibaca ({fault}). Pengaturan itu disimpan sebagai {kept}; SalesDesk mulai tanpanya.</translation>
    </message>
    <message>
      <source>The table has more than {most} lines; split it.</source>
      <translation>Tabel punya lebih dari {most} baris; bagilah.</translation>
    </message>
    <message>
      <source>The table has {number} columns, at most {most} can be imported. Check the separator, or leave out what is not needed.</source>
      <translation>Tabel punya {number} kolom, paling banyak {most} dapat diimpor. Periksa pemisahnya, atau buang yang tidak perlu.</translation>
    </message>
    <message>
      <source>The text</source>
      <translation>Teks</translation>
    </message>
    <message>
      <source>The text is missing.</source>
      <translation>Teks belum diisi.</translation>
    </message>
    <message>
      <source>The title</source>
      <translation>Judul</translation>
    </message>
    <message>
      <source>The title is missing.</source>
      <translation>Judul belum diisi.</translation>
    </message>
    <message>
      <source>The titles in line {line} cannot be read: {fault}</source>
      <translation>Judul kolom di baris {line} tidak dapat dibaca: {fault}</translation>
    </message>
    <message>
      <source>The workspace is open in another window of SalesDesk; close it first.</source>
      <translation>Ruang kerja terbuka di jendela SalesDesk lain; tutup dulu.</translation>
    </message>
    <message>
      <source>There is a role “{name}” already.</source>
      <translation>Sudah ada peran “{name}”.</translation>
    </message>
    <message>
      <source>There is an administrator already, so a repair needs one who is signed in.</source>
      <translation>Sudah ada administrator, jadi perbaikan memerlukan administrator yang masuk.</translation>
    </message>
    <message>
      <source>There is an administrator already, so this needs one who is signed in: run it with the database account of somebody who may manage people (in a workspace: with --as EMAIL). If none of them can sign in any more: salesdesk people recover</source>
      <translation>Sudah ada administrator, jadi ini memerlukan administrator yang masuk: jalankan dengan akun basis data orang yang boleh mengelola pengguna (di ruang kerja: dengan --as EMAIL). Bila tidak seorang pun dapat masuk lagi: salesdesk people recover</translation>
    </message>
    <message>
      <source>There is no active role “{role}”. There are: {known}.</source>
      <translation>Tidak ada peran aktif “{role}”. Yang ada: {known}.</translation>
    </message>
    <message>
      <source>There is no agent “{text}”, or several are called so.</source>
      <translation>Tidak ada agen “{text}”, atau ada beberapa yang bernama demikian.</translation>
    </message>
    <message>
      <source>There is no change of a customer to take back.</source>
      <translation>Tidak ada perubahan pelanggan yang dapat ditarik kembali.</translation>
    </message>
    <message>
      <source>There is no change of a next step to take back.</source>
      <translation>Tidak ada perubahan tindak lanjut yang dapat ditarik kembali.</translation>
    </message>
    <message>
      <source>There is no change of a protection to take back.</source>
      <translation>Tidak ada perubahan perlindungan yang dapat ditarik kembali.</translation>
    </message>
    <message>
      <source>There is no deleted contact to bring back.</source>
      <translation>Tidak ada kontak terhapus yang dapat dikembalikan.</translation>
    </message>
    <message>
      <source>There is no display to open a window on. The commands work without one (salesdesk --help), and salesdesk --demo draws its window into a picture.</source>
      <translation>Tidak ada layar untuk membuka jendela. Perintah-perintah berjalan tanpa layar (salesdesk --help), dan salesdesk --demo menggambar jendelanya ke sebuah gambar.</translation>
    </message>
    <message>
      <source>There is no encoding {encoding}.</source>
      <translation>Tidak ada pengodean {encoding}.</translation>
    </message>
    <message>
      <source>There is no folder {folder}.</source>
      <translation>Tidak ada folder {folder}.</translation>
    </message>
    <message>
      <source>There is no import of this number.</source>
      <translation>Tidak ada impor dengan nomor ini.</translation>
    </message>
    <message>
      <source>There is no release to take back.</source>
      <translation>Tidak ada pelepasan yang dapat ditarik kembali.</translation>
    </message>
    <message>
      <source>There is no role “{role}”.</source>
      <translation>Tidak ada peran “{role}”.</translation>
    </message>
    <message>
      <source>There is no setting “{key}”.</source>
      <translation>Tidak ada pengaturan “{key}”.</translation>
    </message>
    <message>
      <source>There is no such file.</source>
      <translation>Tidak ada berkas seperti itu.</translation>
    </message>
    <message>
      <source>There is nobody with the address {email}.</source>
      <translation>Tidak ada orang dengan alamat {email}.</translation>
    </message>
    <message>
      <source>There is nothing to take back: the customer was not set aside.</source>
      <translation>Tidak ada yang dikembalikan: pelanggan ini tidak disisihkan.</translation>
    </message>
    <message>
      <source>These are one and the same customer.</source>
      <translation>Ini satu pelanggan yang sama.</translation>
    </message>
    <message>
      <source>These customers are linked as one. Take them apart first.</source>
      <translation>Pelanggan ini ditautkan menjadi satu. Pisahkan dulu.</translation>
    </message>
    <message>
      <source>These customers are not linked any more.</source>
      <translation>Pelanggan ini tidak lagi ditautkan.</translation>
    </message>
    <message>
      <source>This absence is over already.</source>
      <translation>Ketidakhadiran ini sudah berakhir.</translation>
    </message>
    <message>
      <source>This account was disabled by an administrator of the booking application.</source>
      <translation>Akun ini dinonaktifkan oleh administrator aplikasi pemesanan.</translation>
    </message>
    <message>
      <source>This address and password do not go together.</source>
      <translation>Alamat dan kata sandi ini tidak cocok.</translation>
    </message>
    <message>
      <source>This card cannot be read: {fault}</source>
      <translation>Kartu ini tidak dapat dibaca: {fault}</translation>
    </message>
    <message>
      <source>This code is not good: it was typed otherwise, is used up, or is older than a day. An administrator can make another one.</source>
      <translation>Kode ini tidak berlaku: salah ketik, sudah dipakai, atau lebih lama dari sehari. Administrator dapat membuat yang baru.</translation>
    </message>
    <message>
      <source>This contact is gone: somebody deleted it in the meantime.</source>
      <translation>Kontak ini sudah tidak ada: seseorang menghapusnya sementara itu.</translation>
    </message>
    <message>
      <source>This contact is gone: you deleted it yourself.</source>
      <translation>Kontak ini sudah tidak ada: Anda sendiri yang menghapusnya.</translation>
    </message>
    <message>
      <source>This contact is gone: {name} deleted it.</source>
      <translation>Kontak ini sudah tidak ada: {name} menghapusnya.</translation>
    </message>
    <message>
      <source>This contact is somebody else's: only a lead may change it.</source>
      <translation>Kontak ini milik orang lain: hanya ketua tim yang boleh mengubahnya.</translation>
    </message>
    <message>
      <source>This contact is there again already.</source>
      <translation>Kontak ini sudah ada lagi.</translation>
    </message>
    <message>
      <source>This contact of the customer is there already.</source>
      <translation>Kontak pelanggan ini sudah ada.</translation>
    </message>
    <message>
      <source>This customer is available by now.</source>
      <translation>Pelanggan ini sekarang bebas.</translation>
    </message>
    <message>
      <source>This customer is available: there is no binding to protect.</source>
      <translation>Pelanggan ini bebas: tidak ada yang perlu dilindungi.</translation>
    </message>
    <message>
      <source>This customer is gone: it was deleted by another application in the meantime.</source>
      <translation>Pelanggan ini sudah tidak ada: dihapus aplikasi lain sementara itu.</translation>
    </message>
    <message>
      <source>This customer is linked as one with {name}. Open that one.</source>
      <translation>Pelanggan ini ditautkan menjadi satu dengan {name}. Buka yang itu.</translation>
    </message>
    <message>
      <source>This customer is not protected any more.</source>
      <translation>Pelanggan ini tidak lagi dilindungi.</translation>
    </message>
    <message>
      <source>This customer is not set aside any more.</source>
      <translation>Pelanggan ini sudah tidak disisihkan.</translation>
    </message>
    <message>
      <source>This customer is set aside, and not distributed.</source>
      <translation>Pelanggan ini disisihkan, dan tidak dibagikan.</translation>
    </message>
    <message>
      <source>This customer is {stage} because of an order; it can be moved again when that order counts no more.</source>
      <translation>Pelanggan ini {stage} karena ada pesanan; ia dapat dipindah lagi bila pesanan itu tidak berlaku lagi.</translation>
    </message>
    <message>
      <source>This customer was yours until {ended} office time. A former owner may claim it again after {days} days, from {allowed} office time.</source>
      <translation>Pelanggan ini milik Anda sampai {ended} waktu kantor. Pemegang lama boleh mengambilnya lagi setelah {days} hari, mulai {allowed} waktu kantor.</translation>
    </message>
    <message>
      <source>This customer's next step was changed meanwhile.</source>
      <translation>Tindak lanjut pelanggan ini diubah sementara itu.</translation>
    </message>
    <message>
      <source>This customer's protection was changed or ended meanwhile.</source>
      <translation>Perlindungan pelanggan ini diubah atau diakhiri sementara itu.</translation>
    </message>
    <message>
      <source>This database account lacks a right that this step needs: it makes SalesDesk's tables, and reads, fills and changes them and the roles' permissions. An administrator must either run “salesdesk db {step}” with an account that may, or grant all of it first and run it again: {statement}</source>
      <translation>Akun basis data ini tidak memiliki hak yang diperlukan langkah ini: membuat tabel SalesDesk, serta membaca, mengisi, dan mengubahnya beserta izin peran. Administrator harus menjalankan “salesdesk db {step}” dengan akun yang berhak, atau memberikan semua hak itu lebih dahulu lalu menjalankannya lagi: {statement}</translation>
    </message>
    <message>
      <source>This database account may not make indexes. An administrator must either run “salesdesk db indexes --apply” with an account that may, or grant it first: {statement}</source>
      <translation>Akun basis data ini tidak boleh membuat indeks. Administrator harus menjalankan “salesdesk db indexes --apply” dengan akun yang berhak, atau memberikan haknya lebih dahulu: {statement}</translation>
    </message>
    <message>
      <source>This database has all tables already.</source>
      <translation>Basis data ini sudah punya semua tabel.</translation>
    </message>
    <message>
      <source>This database holds customers or restaurants already. Sample data is written into an empty one only, so that it cannot get mixed up with real customers.</source>
      <translation>Basis data ini sudah berisi pelanggan atau restoran. Data contoh hanya ditulis ke basis data kosong, supaya tidak tercampur dengan pelanggan sungguhan.</translation>
    </message>
    <message>
      <source>This database is not empty: it has {tables}. For the booking application's own database run: salesdesk db upgrade</source>
      <translation>Basis data ini tidak kosong: ada {tables}. Untuk basis data aplikasi pemesanan sendiri, jalankan: salesdesk db upgrade</translation>
    </message>
    <message>
      <source>This database lacks tables of the booking application, or this account may not see them: {tables}. For an empty database an administrator runs: salesdesk db init</source>
      <translation>Basis data ini tidak memiliki tabel aplikasi pemesanan, atau akun ini tidak boleh melihatnya: {tables}. Untuk basis data kosong, administrator menjalankan: salesdesk db init</translation>
    </message>
    <message>
      <source>This database needs SalesDesk {lowest} or newer; this is {version}.</source>
      <translation>Basis data ini memerlukan SalesDesk {lowest} atau lebih baru; ini {version}.</translation>
    </message>
    <message>
      <source>This date is too long ago to be meant.</source>
      <translation>Tanggal ini terlalu lampau untuk benar.</translation>
    </message>
    <message>
      <source>This field holds one number, and beside {first} stands more: “{text}”. Keep one.</source>
      <translation>Isian ini memuat satu nomor, dan di samping {first} ada lagi: “{text}”. Sisakan satu.</translation>
    </message>
    <message>
      <source>This field holds one number, and here are {number}: {told}. Keep one.</source>
      <translation>Isian ini memuat satu nomor, dan di sini ada {number}: {told}. Sisakan satu.</translation>
    </message>
    <message>
      <source>This file cannot be used. {fault}</source>
      <translation>Berkas ini tidak dapat dipakai. {fault}</translation>
    </message>
    <message>
      <source>This file is no workspace of SalesDesk's.</source>
      <translation>Berkas ini bukan ruang kerja SalesDesk.</translation>
    </message>
    <message>
      <source>This import was taken back in the meantime.</source>
      <translation>Impor ini sudah ditarik kembali sementara itu.</translation>
    </message>
    <message>
      <source>This import was taken back, or its file was changed, in the meantime.</source>
      <translation>Sementara itu impor ini ditarik kembali, atau berkasnya diubah.</translation>
    </message>
    <message>
      <source>This is longer than the name of a database account.</source>
      <translation>Ini lebih panjang daripada nama akun basis data.</translation>
    </message>
    <message>
      <source>This is no e-mail address.</source>
      <translation>Ini bukan alamat surel.</translation>
    </message>
    <message>
      <source>This is not a phone number that can be called.</source>
      <translation>Ini bukan nomor telepon yang dapat ditelepon.</translation>
    </message>
    <message>
      <source>This is not the name of a database account.</source>
      <translation>Ini bukan nama akun basis data.</translation>
    </message>
    <message>
      <source>This is the workspace itself, not a backup of it.</source>
      <translation>Ini ruang kerjanya sendiri, bukan cadangannya.</translation>
    </message>
    <message>
      <source>This line has more cells than there are titles: “{text}”.</source>
      <translation>Baris ini punya lebih banyak sel daripada judul: “{text}”.</translation>
    </message>
    <message>
      <source>This line repeats the titles.</source>
      <translation>Baris ini mengulang judulnya.</translation>
    </message>
    <message>
      <source>This needs a person who is signed in.</source>
      <translation>Ini memerlukan orang yang masuk.</translation>
    </message>
    <message>
      <source>This needs the database account with which SalesDesk's tables are upgraded: one that may create and alter tables.</source>
      <translation>Ini memerlukan akun basis data yang meningkatkan tabel SalesDesk: akun yang boleh membuat dan mengubah tabel.</translation>
    </message>
    <message>
      <source>This number already belongs to {customer}, who is available to claim.</source>
      <translation>Nomor ini sudah milik {customer}, yang bebas diambil.</translation>
    </message>
    <message>
      <source>This number already belongs to {customer}, who is bound to {owner}.</source>
      <translation>Nomor ini sudah milik {customer}, yang dipegang {owner}.</translation>
    </message>
    <message>
      <source>This number cannot be written a second time. Keep the other one.</source>
      <translation>Nomor ini tidak bisa ditulis dua kali. Pertahankan nomor yang lain.</translation>
    </message>
    <message>
      <source>This order is offered for fewer than {most} customers: narrow the list with a filter first.</source>
      <translation>Urutan ini tersedia untuk kurang dari {most} pelanggan: persempit dulu daftar dengan filter.</translation>
    </message>
    <message>
      <source>This password is your name or address.</source>
      <translation>Kata sandi ini adalah nama atau alamat Anda.</translation>
    </message>
    <message>
      <source>This password repeats the same few characters.</source>
      <translation>Kata sandi ini mengulang huruf yang itu-itu saja.</translation>
    </message>
    <message>
      <source>This person is no longer among the users; an administrator can tell why.</source>
      <translation>Orang ini tidak lagi ada di antara pengguna; administrator dapat menjelaskan mengapa.</translation>
    </message>
    <message>
      <source>This person was removed in the meantime.</source>
      <translation>Orang ini dihapus sementara itu.</translation>
    </message>
    <message>
      <source>This release is held no more: it was confirmed or replaced meanwhile.</source>
      <translation>Pelepasan ini tidak lagi ditahan: sudah disetujui atau diganti sementara itu.</translation>
    </message>
    <message>
      <source>This role is gone: the booking application removed it.</source>
      <translation>Peran ini sudah tidak ada: aplikasi pemesanan menghapusnya.</translation>
    </message>
    <message>
      <source>This server ({version}) is older than {lowest}, the oldest one supported.</source>
      <translation>Server ini ({version}) lebih tua dari {lowest}, versi tertua yang didukung.</translation>
    </message>
    <message>
      <source>Too long: cut to {most} bytes.</source>
      <translation>Terlalu panjang: dipotong menjadi {most} bita.</translation>
    </message>
    <message>
      <source>Too long: {length} characters, cut to {most}.</source>
      <translation>Terlalu panjang: {length} huruf, dipotong menjadi {most}.</translation>
    </message>
    <message>
      <source>Too many wrong passwords in a row. Try again in a minute.</source>
      <translation>Terlalu banyak kata sandi salah berturut-turut. Coba lagi satu menit lagi.</translation>
    </message>
    <message>
      <source>Too many wrong passwords in a row. Try again in {minutes} minutes.</source>
      <translation>Terlalu banyak kata sandi salah berturut-turut. Coba lagi {minutes} menit lagi.</translation>
    </message>
    <message>
      <source>You already have this customer since {day}.</source>
      <translation>Anda sudah memegang pelanggan ini sejak {day}.</translation>
    </message>
    <message>
      <source>You already have this customer.</source>
      <translation>Anda sudah memegang pelanggan ini.</translation>
    </message>
    <message>
      <source>You are signed in to the database without a name. SalesDesk needs an account that is one person's alone.</source>
      <translation>Anda masuk ke basis data tanpa nama. SalesDesk memerlukan akun yang hanya milik satu orang.</translation>
    </message>
    <message>
      <source>You can give only what you have yourself; you lack: {names}.</source>
      <translation>Anda hanya dapat memberi yang Anda sendiri punya; yang tidak Anda punya: {names}.</translation>
    </message>
    <message>
      <source>You have claimed {number} customers today, and {most} a day are allowed. You may claim again from {allowed} office time.</source>
      <translation>Hari ini Anda sudah mengambil {number} pelanggan, dan yang diizinkan {most} per hari. Anda boleh mengambil lagi mulai {allowed} waktu kantor.</translation>
    </message>
    <message>
      <source>You have {number} customers, and {most} are allowed. You may claim again as soon as you have fewer.</source>
      <translation>Anda memegang {number} pelanggan, dan yang diizinkan {most}. Anda boleh mengambil lagi begitu jumlahnya berkurang.</translation>
    </message>
    <message>
      <source>You may not assign customers, so “{text}” does not become the owner.</source>
      <translation>Anda tidak boleh menugaskan pelanggan, jadi “{text}” tidak menjadi pemegang.</translation>
    </message>
    <message>
      <source>You may not do this: it needs the permission “{permission}”, which an administrator can give to your role.</source>
      <translation>Anda tidak boleh melakukan ini: diperlukan izin “{permission}”, yang dapat diberikan administrator kepada peran Anda.</translation>
    </message>
    <message>
      <source>Your own contacts may be changed for {hours} hours; after that only a lead may.</source>
      <translation>Kontak Anda sendiri boleh diubah selama {hours} jam; setelah itu hanya oleh ketua tim.</translation>
    </message>
    <message>
      <source>a customer without a name</source>
      <translation>pelanggan tanpa nama</translation>
    </message>
    <message>
      <source>cold</source>
      <translation>dingin</translation>
    </message>
    <message>
      <source>day, month, year</source>
      <translation>hari, bulan, tahun</translation>
    </message>
    <message>
      <source>en</source>
      <translation>id</translation>
    </message>
    <message>
      <source>hot</source>
      <translation>panas</translation>
    </message>
    <message>
      <source>how it was</source>
      <translation>caranya</translation>
    </message>
    <message>
      <source>how it went</source>
      <translation>hasilnya</translation>
    </message>
    <message>
      <source>it lacks {key}</source>
      <translation>tidak ada {key}</translation>
    </message>
    <message>
      <source>it stands there twice, as {texts}</source>
      <translation>tertulis dua kali, sebagai {texts}</translation>
    </message>
    <message>
      <source>its version is {version}, this SalesDesk reads {known}</source>
      <translation>versinya {version}, SalesDesk ini membaca {known}</translation>
    </message>
    <message>
      <source>month, day, year</source>
      <translation>bulan, hari, tahun</translation>
    </message>
    <message>
      <source>ordered</source>
      <translation>memesan</translation>
    </message>
    <message>
      <source>the address</source>
      <translation>alamat</translation>
    </message>
    <message>
      <source>the company</source>
      <translation>perusahaan</translation>
    </message>
    <message>
      <source>the name</source>
      <translation>nama</translation>
    </message>
    <message>
      <source>the next step</source>
      <translation>tindak lanjut</translation>
    </message>
    <message>
      <source>the note</source>
      <translation>catatan</translation>
    </message>
    <message>
      <source>the phone number</source>
      <translation>nomor telepon</translation>
    </message>
    <message>
      <source>the source</source>
      <translation>sumber</translation>
    </message>
    <message>
      <source>the status</source>
      <translation>status</translation>
    </message>
    <message>
      <source>there is no language “{language}”</source>
      <translation>tidak ada bahasa “{language}”</translation>
    </message>
    <message>
      <source>warm</source>
      <translation>hangat</translation>
    </message>
    <message>
      <source>when it was</source>
      <translation>waktunya</translation>
    </message>
    <message>
      <source>won</source>
      <translation>deal</translation>
    </message>
    <message>
      <source>year, month, day</source>
      <translation>tahun, bulan, hari</translation>
    </message>
    <message>
      <source>{by} changed this contact meanwhile, so it stays.</source>
      <translation>Sementara itu {by} mengubah kontak ini, jadi kontak ini tetap.</translation>
    </message>
    <message>
      <source>{by} moved this customer from {seen} to {stands} meanwhile; nothing was changed.</source>
      <translation>Sementara itu {by} memindah pelanggan ini dari {seen} ke {stands}; tidak ada yang diubah.</translation>
    </message>
    <message>
      <source>{file} cannot be written: {fault}.</source>
      <translation>{file} tidak dapat ditulis: {fault}.</translation>
    </message>
    <message>
      <source>{file} is a folder; choose another name.</source>
      <translation>{file} adalah folder; pilih nama lain.</translation>
    </message>
    <message>
      <source>{file} may not be written: it is open in another program, or the folder is not yours. Close it, or choose another name.</source>
      <translation>{file} tidak boleh ditulis: berkas itu terbuka di program lain, atau foldernya bukan milik Anda. Tutup dulu, atau pilih nama lain.</translation>
    </message>
    <message>
      <source>{key}: {fault}</source>
      <translation>{key}: {fault}</translation>
    </message>
    <message>
      <source>{key}: {fault}.</source>
      <translation>{key}: {fault}.</translation>
    </message>
    <message>
      <source>{name} already has this customer.</source>
      <translation>{name} sudah memegang pelanggan ini.</translation>
    </message>
    <message>
      <source>{name} cannot be read as {encoding}.</source>
      <translation>{name} tidak dapat dibaca sebagai {encoding}.</translation>
    </message>
    <message>
      <source>{name} cannot be read: {fault}.</source>
      <translation>{name} tidak dapat dibaca: {fault}.</translation>
    </message>
    <message>
      <source>{name} has a password; save it without one.</source>
      <translation>{name} berkata sandi; simpan tanpa kata sandi.</translation>
    </message>
    <message>
      <source>{name} has no SalesDesk role.</source>
      <translation>{name} tidak punya peran SalesDesk.</translation>
    </message>
    <message>
      <source>{name} has no line {line} with titles.</source>
      <translation>{name} tidak punya baris judul {line}.</translation>
    </message>
    <message>
      <source>{name} has no lines below its titles.</source>
      <translation>{name} tidak punya baris di bawah judulnya.</translation>
    </message>
    <message>
      <source>{name} has no password here.</source>
      <translation>{name} tidak punya kata sandi di sini.</translation>
    </message>
    <message>
      <source>{name} has no sheet “{sheet}”.</source>
      <translation>{name} tidak punya lembar “{sheet}”.</translation>
    </message>
    <message>
      <source>{name} has no sheet.</source>
      <translation>{name} tidak punya lembar.</translation>
    </message>
    <message>
      <source>{name} has this customer since {day}.</source>
      <translation>{name} memegang pelanggan ini sejak {day}.</translation>
    </message>
    <message>
      <source>{name} has this customer.</source>
      <translation>{name} memegang pelanggan ini.</translation>
    </message>
    <message>
      <source>{name} has {number} customers, and {most} are allowed.</source>
      <translation>{name} memegang {number} pelanggan, dan yang diizinkan {most}.</translation>
    </message>
    <message>
      <source>{name} holds nothing in its first lines.</source>
      <translation>{name} tidak berisi apa-apa di baris-baris pertamanya.</translation>
    </message>
    <message>
      <source>{name} is a PDF. Save the list as .xlsx or .csv where it was made.</source>
      <translation>{name} adalah PDF. Simpan daftarnya sebagai .xlsx atau .csv di tempat dibuatnya.</translation>
    </message>
    <message>
      <source>{name} is a calendar and holds no customers.</source>
      <translation>{name} adalah kalender dan tidak berisi pelanggan.</translation>
    </message>
    <message>
      <source>{name} is a database.</source>
      <translation>{name} adalah basis data.</translation>
    </message>
    <message>
      <source>{name} is a folder; choose a file.</source>
      <translation>{name} adalah folder; pilih berkas.</translation>
    </message>
    <message>
      <source>{name} is a picture.</source>
      <translation>{name} adalah gambar.</translation>
    </message>
    <message>
      <source>{name} is a text document. Copy its table into a spreadsheet.</source>
      <translation>{name} adalah dokumen teks. Salin tabelnya ke lembar sebar.</translation>
    </message>
    <message>
      <source>{name} is a web page of more than 32 MB; save it as .xlsx or .csv.</source>
      <translation>{name} adalah halaman web lebih dari 32 MB; simpan sebagai .xlsx atau .csv.</translation>
    </message>
    <message>
      <source>{name} is a web page without a table.</source>
      <translation>{name} adalah halaman web tanpa tabel.</translation>
    </message>
    <message>
      <source>{name} is a workbook of the year 2003 (XML). Open it in a spreadsheet program and save it as .xlsx.</source>
      <translation>{name} adalah buku kerja tahun 2003 (XML). Buka dengan program lembar sebar dan simpan sebagai .xlsx.</translation>
    </message>
    <message>
      <source>{name} is an archive; unpack it and choose the file in it.</source>
      <translation>{name} adalah arsip; bongkar dan pilih berkas di dalamnya.</translation>
    </message>
    <message>
      <source>{name} is an old workbook (.xls) or has a password. Save it as .xlsx without one, or as .csv.</source>
      <translation>{name} adalah buku kerja lama (.xls) atau berkata sandi. Simpan sebagai .xlsx tanpa kata sandi, atau sebagai .csv.</translation>
    </message>
    <message>
      <source>{name} is damaged, or no workspace of SalesDesk's.</source>
      <translation>{name} rusak, atau bukan ruang kerja SalesDesk.</translation>
    </message>
    <message>
      <source>{name} is damaged.</source>
      <translation>{name} rusak.</translation>
    </message>
    <message>
      <source>{name} is damaged: it cannot be unpacked.</source>
      <translation>{name} rusak: tidak dapat dibongkar.</translation>
    </message>
    <message>
      <source>{name} is damaged: {fault}.</source>
      <translation>{name} rusak: {fault}.</translation>
    </message>
    <message>
      <source>{name} is empty.</source>
      <translation>{name} kosong.</translation>
    </message>
    <message>
      <source>{name} is linked to another customer already. Look again.</source>
      <translation>{name} sudah ditautkan ke pelanggan lain. Periksa lagi.</translation>
    </message>
    <message>
      <source>{name} is no workbook (.xlsx).</source>
      <translation>{name} bukan buku kerja (.xlsx).</translation>
    </message>
    <message>
      <source>{name} is no workspace of SalesDesk's.</source>
      <translation>{name} bukan ruang kerja SalesDesk.</translation>
    </message>
    <message>
      <source>{name} is not there any more.</source>
      <translation>{name} sudah tidak ada.</translation>
    </message>
    <message>
      <source>{name} is too large.</source>
      <translation>{name} terlalu besar.</translation>
    </message>
    <message>
      <source>{name} is too large: {size} MB, at most {most} MB. Split it, or save only the table.</source>
      <translation>{name} terlalu besar: {size} MB, paling banyak {most} MB. Bagilah, atau simpan tabelnya saja.</translation>
    </message>
    <message>
      <source>{name} may not be read: it is open in another program, or it is not yours. Close it there, or save a copy.</source>
      <translation>{name} tidak boleh dibaca: berkas itu terbuka di program lain, atau bukan milik Anda. Tutup di sana, atau simpan salinannya.</translation>
    </message>
    <message>
      <source>{name} may not hold customers: that needs a role with “{permission}”.</source>
      <translation>{name} tidak boleh memegang pelanggan: itu memerlukan peran dengan “{permission}”.</translation>
    </message>
    <message>
      <source>{name} stands for other customers. Take these apart first, or let {name} stay.</source>
      <translation>{name} mewakili pelanggan lain. Pisahkan dulu, atau pertahankan {name}.</translation>
    </message>
    <message>
      <source>{name} unpacks to more than {most} MB: too much for a table of customers. Save only the table, as .csv.</source>
      <translation>{name} bila dibongkar lebih dari {most} MB: terlalu besar untuk tabel pelanggan. Simpan tabelnya saja, sebagai .csv.</translation>
    </message>
    <message>
      <source>{number} contacts name no method that is known and cannot come in; say which it was.</source>
      <translation>{number} kontak tidak menyebut cara yang dikenal dan tidak dapat masuk; sebutkan caranya.</translation>
    </message>
    <message>
      <source>{number} contacts name no outcome that is known and cannot come in; say which it was.</source>
      <translation>{number} kontak tidak menyebut hasil yang dikenal dan tidak dapat masuk; sebutkan hasilnya.</translation>
    </message>
    <message>
      <source>{number} hidden rows of the workbook are left out.</source>
      <translation>{number} baris tersembunyi dari buku kerja dilewatkan.</translation>
    </message>
    <message>
      <source>{number} people have the address {email}. Name the one who is meant by the id: {ids}.</source>
      <translation>{number} orang memakai alamat {email}. Sebutkan yang dimaksud dengan id-nya: {ids}.</translation>
    </message>
    <message>
      <source>{reasons}</source>
      <translation>{reasons}</translation>
    </message>
    <message>
      <source>{text}</source>
      <translation>{text}</translation>
    </message>
    <message>
      <source>{value} is not between {lowest} and {highest}</source>
      <translation>{value} tidak di antara {lowest} dan {highest}</translation>
    </message>
    <message>
      <source>{what} holds a character that cannot be printed.</source>
      <translation>{what} berisi huruf yang tidak dapat dicetak.</translation>
    </message>
    <message>
      <source>{what} is too long: {length} characters, at most {most}.</source>
      <translation>{what} terlalu panjang: {length} huruf, paling banyak {most}.</translation>
    </message>
    <message>
      <source>{words} and {number} more</source>
      <translation>{words} dan {number} lagi</translation>
    </message>
    <message>
      <source>“{key}” is no list</source>
      <translation>“{key}” bukan daftar</translation>
    </message>
    <message>
      <source>“{key}” is no list of names</source>
      <translation>“{key}” bukan daftar nama</translation>
    </message>
    <message>
      <source>“{key}” is no number</source>
      <translation>“{key}” bukan angka</translation>
    </message>
    <message>
      <source>“{key}” is no table</source>
      <translation>“{key}” bukan tabel</translation>
    </message>
    <message>
      <source>“{key}” is no text</source>
      <translation>“{key}” bukan teks</translation>
    </message>
    <message>
      <source>“{kind}” is no kind of connection</source>
      <translation>“{kind}” bukan jenis sambungan</translation>
    </message>
    <message>
      <source>“{kind}” is not a database that SalesDesk knows; use mysql or sqlite.</source>
      <translation>“{kind}” bukan basis data yang dikenal SalesDesk; pakailah mysql atau sqlite.</translation>
    </message>
    <message>
      <source>“{kind}” is only listed, for a person to decide. {remedy} Kinds that can be mended: {kinds}.</source>
      <translation>“{kind}” hanya didaftar, untuk diputuskan orang. {remedy} Jenis yang dapat diperbaiki: {kinds}.</translation>
    </message>
    <message>
      <source>“{path}” cannot be written: {fault}.</source>
      <translation>“{path}” tidak dapat ditulis: {fault}.</translation>
    </message>
    <message>
      <source>“{text}” belongs to a contact without a date, which is left out.</source>
      <translation>“{text}” milik kontak tanpa tanggal, yang dilewatkan.</translation>
    </message>
    <message>
      <source>“{text}” does not look like {example}</source>
      <translation>“{text}” tidak seperti {example}</translation>
    </message>
    <message>
      <source>“{text}” has too few digits for a phone number.</source>
      <translation>“{text}” punya terlalu sedikit angka untuk nomor telepon.</translation>
    </message>
    <message>
      <source>“{text}” is a figure with a fraction and no phone number.</source>
      <translation>“{text}” adalah bilangan pecahan, bukan nomor telepon.</translation>
    </message>
    <message>
      <source>“{text}” is a placeholder and no number.</source>
      <translation>“{text}” adalah pengisi tempat, bukan nomor.</translation>
    </message>
    <message>
      <source>“{text}” is no date in the order {order}.</source>
      <translation>“{text}” bukan tanggal dalam urutan {order}.</translation>
    </message>
    <message>
      <source>“{text}” is no field. The fields are {fields}.</source>
      <translation>“{text}” bukan isian. Isian yang ada: {fields}.</translation>
    </message>
    <message>
      <source>“{text}” is no phone number.</source>
      <translation>“{text}” bukan nomor telepon.</translation>
    </message>
    <message>
      <source>“{text}” is no time.</source>
      <translation>“{text}” bukan waktu.</translation>
    </message>
    <message>
      <source>“{text}” is nobody who can hold customers.</source>
      <translation>Tidak ada “{text}” yang dapat memegang pelanggan.</translation>
    </message>
    <message>
      <source>“{text}” is none of our words and is left out.</source>
      <translation>“{text}” bukan kata yang dikenal dan dilewatkan.</translation>
    </message>
    <message>
      <source>“{text}” is none of: {choices}</source>
      <translation>“{text}” bukan salah satu dari: {choices}</translation>
    </message>
    <message>
      <source>“{text}” is not a phone number that can be called.</source>
      <translation>“{text}” bukan nomor telepon yang dapat ditelepon.</translation>
    </message>
    <message>
      <source>“{text}” is not a whole number</source>
      <translation>“{text}” bukan bilangan bulat</translation>
    </message>
    <message>
      <source>“{text}” is not the name of a time zone, such as Asia/Jakarta</source>
      <translation>“{text}” bukan nama zona waktu, misalnya Asia/Jakarta</translation>
    </message>
    <message>
      <source>“{typed}” is no e-mail address such as rina@company.com.</source>
      <translation>“{typed}” bukan alamat surel seperti rina@perusahaan.com.</translation>
    </message>
    <message>
      <source>“{typed}” is not a database account with its host, such as rina@% or rina@10.0.0.5. Signed in with it, SELECT CURRENT_USER() tells it exactly.</source>
      <translation>“{typed}” bukan akun basis data dengan host-nya, misalnya rina@% atau rina@10.0.0.5. Setelah masuk dengannya, SELECT CURRENT_USER() menyebutnya dengan tepat.</translation>
    </message>
  </context>
  <context>
    <name>release</name>
    <message numerus="yes">
      <source>1 customer was released: {names}</source>
      <comment>{number} customers were released: {names}</comment>
      <translation>
        <numerusform>{number} pelanggan dilepas: {names}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>releases</name>
    <message numerus="yes">
      <source>1 release, {inactive} for inactivity, {by_hand} by hand</source>
      <comment>{number} releases, {inactive} for inactivity, {by_hand} by hand</comment>
      <translation>
        <numerusform>{number} pelepasan, {inactive} karena tanpa kontak, {by_hand} manual</numerusform>
      </translation>
    </message>
    <message>
      <source>All time</source>
      <translation>Sepanjang waktu</translation>
    </message>
    <message>
      <source>Choose a longer time, or ask for less.</source>
      <translation>Pilih waktu yang lebih panjang, atau kurangi permintaan.</translation>
    </message>
    <message>
      <source>Computer</source>
      <translation>Komputer</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Every reason</source>
      <translation>Semua alasan</translation>
    </message>
    <message>
      <source>From</source>
      <translation>Dari</translation>
    </message>
    <message>
      <source>Idle</source>
      <translation>Tanpa kontak</translation>
    </message>
    <message>
      <source>Idle {idle}, limit {limit}.</source>
      <translation>Tanpa kontak {idle}, batas {limit}.</translation>
    </message>
    <message>
      <source>It counts from the beginning, whatever was logged since.</source>
      <translation>Dihitung dari awal, apa pun yang dicatat sejak itu.</translation>
    </message>
    <message>
      <source>Last 30 days</source>
      <translation>30 hari terakhir</translation>
    </message>
    <message>
      <source>Last 7 days</source>
      <translation>7 hari terakhir</translation>
    </message>
    <message>
      <source>Last 90 days</source>
      <translation>90 hari terakhir</translation>
    </message>
    <message>
      <source>Last contact: {method}</source>
      <translation>Kontak terakhir: {method}</translation>
    </message>
    <message>
      <source>No later contact, and no protection that went further.</source>
      <translation>Tidak ada kontak kemudian, dan tidak ada perlindungan yang lebih jauh.</translation>
    </message>
    <message>
      <source>Nobody had ever contacted them</source>
      <translation>Belum pernah ada yang menghubunginya</translation>
    </message>
    <message>
      <source>Nobody saw it: no desktop of theirs was open</source>
      <translation>Tidak ada yang melihatnya: tidak ada desktop mereka yang terbuka</translation>
    </message>
    <message>
      <source>Nobody was released in this time</source>
      <translation>Tidak ada yang dilepas dalam waktu ini</translation>
    </message>
    <message>
      <source>Not given back any more: {what}.</source>
      <translation>Tidak dikembalikan lagi: {what}.</translation>
    </message>
    <message>
      <source>Read by {name} on {host}, {time}</source>
      <translation>Dibaca oleh {name} di {host}, {time}</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Alasan</translation>
    </message>
    <message>
      <source>Released</source>
      <translation>Dilepas</translation>
    </message>
    <message>
      <source>Released: {reason}</source>
      <translation>Dilepas: {reason}</translation>
    </message>
    <message>
      <source>Shown to {name} on {host}, {time}</source>
      <translation>Ditampilkan kepada {name} di {host}, {time}</translation>
    </message>
    <message>
      <source>Since then</source>
      <translation>Sejak itu</translation>
    </message>
    <message>
      <source>The customer was deleted since.</source>
      <translation>Pelanggan dihapus sejak itu.</translation>
    </message>
    <message>
      <source>The limit: {limit}</source>
      <translation>Batasnya: {limit}</translation>
    </message>
    <message>
      <source>The longest period: {limit}</source>
      <translation>Masa terlama: {limit}</translation>
    </message>
    <message>
      <source>The releases are read as soon as it answers again.</source>
      <translation>Pelepasan dibaca begitu server menjawab lagi.</translation>
    </message>
    <message>
      <source>The releases could not be read</source>
      <translation>Pelepasan tidak dapat dibaca</translation>
    </message>
    <message>
      <source>The run on {host} freed {released} of {due} due</source>
      <translation>Putaran di {host} melepas {released} dari {due} yang jatuh tempo</translation>
    </message>
    <message>
      <source>Warned: {days} left</source>
      <translation>Diperingatkan: sisa {days}</translation>
    </message>
    <message>
      <source>With the clock as it was: 0 days left. The next run, from {when} on, would free this customer again unless {name} logs a contact.</source>
      <translation>Dengan hitungan hari seperti sebelumnya: sisa 0 hari. Putaran berikutnya, mulai {when}, akan melepas pelanggan ini lagi kecuali {name} mencatat kontak.</translation>
    </message>
    <message>
      <source>With the clock as it was: {days} left, leaves on {when}.</source>
      <translation>Dengan hitungan hari seperti sebelumnya: sisa {days}, lepas {when}.</translation>
    </message>
    <message>
      <source>With {name} from then on</source>
      <translation>Pada {name} sejak itu</translation>
    </message>
    <message>
      <source>by hand</source>
      <translation>manual</translation>
    </message>
    <message>
      <source>by hand: {why}</source>
      <translation>manual: {why}</translation>
    </message>
    <message>
      <source>by {name}</source>
      <translation>oleh {name}</translation>
    </message>
    <message>
      <source>deleted</source>
      <translation>dihapus</translation>
    </message>
    <message>
      <source>deleted since</source>
      <translation>dihapus sejak itu</translation>
    </message>
    <message>
      <source>given back</source>
      <translation>dikembalikan</translation>
    </message>
    <message>
      <source>given back after {span}</source>
      <translation>dikembalikan setelah {span}</translation>
    </message>
    <message>
      <source>in the pool</source>
      <translation>di bursa</translation>
    </message>
    <message>
      <source>linked to another</source>
      <translation>ditautkan ke pelanggan lain</translation>
    </message>
    <message>
      <source>without a name</source>
      <translation>tanpa nama</translation>
    </message>
    <message>
      <source>{days} of {limit}</source>
      <translation>{days} dari {limit}</translation>
    </message>
    <message>
      <source>{name} after {span}</source>
      <translation>{name} setelah {span}</translation>
    </message>
  </context>
  <context>
    <name>reminders</name>
    <message numerus="yes">
      <source>1 has left you.</source>
      <comment>{number} have left you.</comment>
      <translation>
        <numerusform>{number} sudah lepas dari Anda.</numerusform>
      </translation>
    </message>
    <message>
      <source>1 hour</source>
      <translation>1 jam</translation>
    </message>
    <message numerus="yes">
      <source>1 reminder</source>
      <comment>{number} reminders</comment>
      <translation>
        <numerusform>{number} pengingat</numerusform>
      </translation>
    </message>
    <message>
      <source>15 minutes</source>
      <translation>15 menit</translation>
    </message>
    <message>
      <source>4 hours</source>
      <translation>4 jam</translation>
    </message>
    <message>
      <source>A customer has left</source>
      <translation>Pelanggan sudah lepas</translation>
    </message>
    <message>
      <source>A customer leaves in 3 days</source>
      <translation>Pelanggan lepas dalam 3 hari</translation>
    </message>
    <message>
      <source>A customer leaves in 7 days</source>
      <translation>Pelanggan lepas dalam 7 hari</translation>
    </message>
    <message>
      <source>A customer leaves within a day</source>
      <translation>Pelanggan lepas dalam sehari</translation>
    </message>
    <message>
      <source>A customer was given to you</source>
      <translation>Seorang pelanggan diberikan kepada Anda</translation>
    </message>
    <message>
      <source>A follow-up is due</source>
      <translation>Tindak lanjut jatuh tempo</translation>
    </message>
    <message>
      <source>A follow-up is overdue</source>
      <translation>Tindak lanjut terlambat</translation>
    </message>
    <message>
      <source>Notifications</source>
      <translation>Notifikasi</translation>
    </message>
    <message>
      <source>Put off until</source>
      <translation>Tunda sampai</translation>
    </message>
    <message>
      <source>Reminders</source>
      <translation>Pengingat</translation>
    </message>
    <message>
      <source>Reminders of 1 customer</source>
      <translation>Pengingat 1 pelanggan</translation>
    </message>
    <message numerus="yes">
      <source>Reminders of 1 customer.</source>
      <comment>Reminders of {number} customers.</comment>
      <translation>
        <numerusform>Pengingat {number} pelanggan.</numerusform>
      </translation>
    </message>
    <message>
      <source>Reminders of {number} customers</source>
      <translation>Pengingat {number} pelanggan</translation>
    </message>
    <message>
      <source>Until {when}</source>
      <translation>Sampai {when}</translation>
    </message>
    <message>
      <source>due {when}</source>
      <translation>jatuh tempo {when}</translation>
    </message>
    <message>
      <source>leaves you {when}</source>
      <translation>lepas dari Anda {when}</translation>
    </message>
    <message>
      <source>left you: {reason}</source>
      <translation>lepas dari Anda: {reason}</translation>
    </message>
    <message>
      <source>released by {name}</source>
      <translation>dilepas {name}</translation>
    </message>
    <message>
      <source>transferred by {name}</source>
      <translation>dialihkan {name}</translation>
    </message>
    <message>
      <source>was due {when}</source>
      <translation>jatuh tempo {when}</translation>
    </message>
    <message>
      <source>was transferred</source>
      <translation>dialihkan</translation>
    </message>
    <message>
      <source>{left}; now with {owner}</source>
      <translation>{left}; sekarang pada {owner}</translation>
    </message>
    <message>
      <source>{names} and {number} more</source>
      <translation>{names} dan {number} lagi</translation>
    </message>
    <message>
      <source>{name} gave you this customer</source>
      <translation>{name} memberi Anda pelanggan ini</translation>
    </message>
    <message>
      <source>{name} has left you.</source>
      <translation>{name} sudah lepas dari Anda.</translation>
    </message>
    <message>
      <source>{number} customers have left you: {names}</source>
      <translation>{number} pelanggan sudah lepas dari Anda: {names}</translation>
    </message>
  </context>
  <context>
    <name>set_aside</name>
    <message>
      <source>Out of Today, the pipeline’s first columns, the pool and distribution, and not released. The list of customers still shows them; whoever has them, or a lead, takes them back at any time, with the clock as it went on meanwhile.</source>
      <translation>Tidak ada di Hari ini, kolom-kolom pertama alur, bursa, dan pembagian, dan tidak dilepas. Daftar pelanggan tetap menampilkannya; pemegangnya atau ketua tim bisa mengembalikannya kapan saja, dengan hitungan hari yang terus berjalan.</translation>
    </message>
    <message>
      <source>Set {name} aside</source>
      <translation>Sisihkan {name}</translation>
    </message>
    <message>
      <source>Set {number} customers aside</source>
      <translation>Sisihkan {number} pelanggan</translation>
    </message>
  </context>
  <context>
    <name>setting</name>
    <message>
      <source>A release of more customers than this is held, if it is also more than the share.</source>
      <translation>Pelepasan lebih banyak pelanggan daripada ini ditahan, bila juga melebihi bagiannya.</translation>
    </message>
    <message>
      <source>A release of more than this share is held, if it is also more than the count.</source>
      <translation>Pelepasan lebih dari bagian ini ditahan, bila juga melebihi jumlahnya.</translation>
    </message>
    <message>
      <source>Days before a former owner may claim the same customer again; 0: at once.</source>
      <translation>Hari sebelum pemegang lama boleh mengambil pelanggan yang sama lagi; 0: langsung.</translation>
    </message>
    <message>
      <source>Days without a contact after which a cold customer is released.</source>
      <translation>Hari tanpa kontak sampai pelanggan dingin dilepas.</translation>
    </message>
    <message>
      <source>Days without a contact after which a hot customer is released.</source>
      <translation>Hari tanpa kontak sampai pelanggan panas dilepas.</translation>
    </message>
    <message>
      <source>Days without a contact after which a warm customer is released.</source>
      <translation>Hari tanpa kontak sampai pelanggan hangat dilepas.</translation>
    </message>
    <message>
      <source>How long a completed order counts as won.</source>
      <translation>Berapa lama pesanan yang selesai dihitung sebagai deal.</translation>
    </message>
    <message>
      <source>How long people may edit their own contacts.</source>
      <translation>Berapa lama orang boleh mengubah kontaknya sendiri.</translation>
    </message>
    <message>
      <source>How phone numbers are written: +62… or as typed.</source>
      <translation>Cara nomor telepon ditulis: +62… atau seperti diketik.</translation>
    </message>
    <message>
      <source>Longest time with one agent, whatever happens; 0: no such limit.</source>
      <translation>Masa terlama pada satu agen, apa pun yang terjadi; 0: tanpa batas.</translation>
    </message>
    <message>
      <source>Most claims per agent and day of the office; 0: no such limit.</source>
      <translation>Pengambilan terbanyak per agen dan hari kantor; 0: tanpa batas.</translation>
    </message>
    <message>
      <source>Most customers per agent; 0: no such limit.</source>
      <translation>Pelanggan terbanyak per agen; 0: tanpa batas.</translation>
    </message>
    <message>
      <source>The Firebase project whose people may sign in.</source>
      <translation>Proyek Firebase yang orangnya boleh masuk.</translation>
    </message>
    <message>
      <source>The Web API key of that project; it names the project and is no secret.</source>
      <translation>Kunci Web API proyek itu; kunci ini menyebut proyeknya dan bukan rahasia.</translation>
    </message>
    <message>
      <source>The country of numbers that are typed without a country code.</source>
      <translation>Negara untuk nomor yang diketik tanpa kode negara.</translation>
    </message>
    <message>
      <source>The currency of orders.</source>
      <translation>Mata uang pesanan.</translation>
    </message>
    <message>
      <source>The office's time zone: its calendar days are the days of lists and charts.</source>
      <translation>Zona waktu kantor: hari kalendernya adalah hari dalam daftar dan grafik.</translation>
    </message>
    <message>
      <source>Time between two release runs.</source>
      <translation>Waktu di antara dua putaran pelepasan.</translation>
    </message>
    <message>
      <source>Whether an unusually large release waits for a lead's confirmation.</source>
      <translation>Apakah pelepasan yang luar biasa besar menunggu persetujuan ketua tim.</translation>
    </message>
    <message>
      <source>Whether reports count contacts in a cache by hours, which is brought up to date regularly.</source>
      <translation>Apakah laporan menghitung kontak dari rangkuman per jam, yang diperbarui secara teratur.</translation>
    </message>
    <message>
      <source>Without a key or click for so long, a window on a shared account locks; 0: never.</source>
      <translation>Tanpa tombol atau klik selama ini, jendela dengan akun bersama terkunci; 0: tidak pernah.</translation>
    </message>
    <message>
      <source>Working days of a week, from Monday on; targets are reckoned by them.</source>
      <translation>Hari kerja dalam seminggu, mulai Senin; target dihitung darinya.</translation>
    </message>
  </context>
  <context>
    <name>settings</name>
    <message>
      <source> The guard would hold it until a team lead has confirmed.</source>
      <translation> Pengaman akan menahannya sampai ketua tim menyetujui.</translation>
    </message>
    <message>
      <source>% of all held</source>
      <translation>% dari semua</translation>
    </message>
    <message numerus="yes">
      <source>1 change is not saved</source>
      <comment>{number} changes are not saved</comment>
      <translation>
        <numerusform>{number} perubahan belum disimpan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>1 customer</source>
      <comment>{number} customers</comment>
      <translation>
        <numerusform>{number} pelanggan</numerusform>
      </translation>
    </message>
    <message>
      <source>14 days</source>
      <translation>14 hari</translation>
    </message>
    <message>
      <source>30 days</source>
      <translation>30 hari</translation>
    </message>
    <message>
      <source>7 days</source>
      <translation>7 hari</translation>
    </message>
    <message>
      <source>A completed order keeps a customer in “Won” for this long.</source>
      <translation>Pesanan yang selesai menahan pelanggan di “Deal” selama ini.</translation>
    </message>
    <message>
      <source>A day of lists and charts is a calendar day here.</source>
      <translation>Satu hari dalam daftar dan grafik adalah satu hari kalender di sini.</translation>
    </message>
    <message>
      <source>A held run frees nobody until a team lead has seen the list and confirmed. It must be more than both.</source>
      <translation>Putaran yang ditahan tidak melepas siapa pun sampai ketua tim melihat daftarnya dan menyetujui. Keduanya harus terlampaui.</translation>
    </message>
    <message>
      <source>A refusal says which one, and from when it will be allowed.</source>
      <translation>Penolakan menyebut yang mana, dan mulai kapan akan diizinkan.</translation>
    </message>
    <message>
      <source>Afterwards only a lead may correct a contact.</source>
      <translation>Setelah itu hanya ketua tim yang boleh membetulkan kontak.</translation>
    </message>
    <message>
      <source>All</source>
      <translation>Semua</translation>
    </message>
    <message>
      <source>An agent loses a customer whom nobody has contacted for this long. A day is 24 hours.</source>
      <translation>Agen kehilangan pelanggan yang tidak dihubungi siapa pun selama ini. Satu hari adalah 24 jam.</translation>
    </message>
    <message>
      <source>And more than</source>
      <translation>Dan lebih dari</translation>
    </message>
    <message>
      <source>Cache of contacts</source>
      <translation>Rangkuman kontak</translation>
    </message>
    <message>
      <source>Cold</source>
      <translation>Dingin</translation>
    </message>
    <message>
      <source>Cold, days without a contact</source>
      <translation>Dingin, hari tanpa kontak</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>Kontak</translation>
    </message>
    <message>
      <source>Corrections</source>
      <translation>Pembetulan</translation>
    </message>
    <message>
      <source>Corrections of own contacts, hours</source>
      <translation>Perbaikan kontak sendiri, jam</translation>
    </message>
    <message>
      <source>Count from the cache</source>
      <translation>Hitung dari rangkuman</translation>
    </message>
    <message>
      <source>Country</source>
      <translation>Negara</translation>
    </message>
    <message>
      <source>Currency</source>
      <translation>Mata uang</translation>
    </message>
    <message>
      <source>Days without a contact</source>
      <translation>Hari tanpa kontak</translation>
    </message>
    <message>
      <source>Firebase</source>
      <translation>Firebase</translation>
    </message>
    <message>
      <source>Firebase, project</source>
      <translation>Firebase, proyek</translation>
    </message>
    <message>
      <source>Firebase, web API key</source>
      <translation>Firebase, kunci API web</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Selama</translation>
    </message>
    <message>
      <source>For computers that share a database account</source>
      <translation>Untuk komputer yang berbagi akun basis data</translation>
    </message>
    <message>
      <source>For offices with very many contacts: reports say as of when they counted.</source>
      <translation>Untuk kantor dengan sangat banyak kontak: laporan menyebut kapan dihitung.</translation>
    </message>
    <message>
      <source>From Monday on</source>
      <translation>Mulai Senin</translation>
    </message>
    <message>
      <source>Guard</source>
      <translation>Pengaman</translation>
    </message>
    <message>
      <source>Guard against a mistake</source>
      <translation>Pengaman terhadap kekeliruan</translation>
    </message>
    <message>
      <source>Guard, customers</source>
      <translation>Pengaman, pelanggan</translation>
    </message>
    <message>
      <source>Guard, share in %</source>
      <translation>Pengaman, bagian dalam %</translation>
    </message>
    <message>
      <source>Hold unusually large runs</source>
      <translation>Tahan putaran besar</translation>
    </message>
    <message>
      <source>Hot</source>
      <translation>Panas</translation>
    </message>
    <message>
      <source>Hot, days without a contact</source>
      <translation>Panas, hari tanpa kontak</translation>
    </message>
    <message>
      <source>How figures are counted</source>
      <translation>Cara angka dihitung</translation>
    </message>
    <message>
      <source>However often they are contacted.</source>
      <translation>Sesering apa pun mereka dihubungi.</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Lepas</translation>
    </message>
    <message>
      <source>Limits for claiming</source>
      <translation>Batas pengambilan</translation>
    </message>
    <message>
      <source>Lock after</source>
      <translation>Kunci setelah</translation>
    </message>
    <message>
      <source>Lock after, minutes</source>
      <translation>Kunci setelah, menit</translation>
    </message>
    <message>
      <source>Locking</source>
      <translation>Penguncian</translation>
    </message>
    <message>
      <source>Longest time with one agent</source>
      <translation>Masa terlama pada satu agen</translation>
    </message>
    <message>
      <source>Longest time with one agent, days</source>
      <translation>Paling lama pada satu agen, hari</translation>
    </message>
    <message>
      <source>Money</source>
      <translation>Uang</translation>
    </message>
    <message>
      <source>More than</source>
      <translation>Lebih dari</translation>
    </message>
    <message>
      <source>Most claims a day</source>
      <translation>Pengambilan terbanyak sehari</translation>
    </message>
    <message>
      <source>Most customers an agent</source>
      <translation>Pelanggan terbanyak per agen</translation>
    </message>
    <message>
      <source>Next 30 days</source>
      <translation>30 hari ke depan</translation>
    </message>
    <message>
      <source>Nobody is bound</source>
      <translation>Tidak ada yang dipegang</translation>
    </message>
    <message>
      <source>Nobody is touched within 14 days.</source>
      <translation>Tidak ada yang terdampak dalam 14 hari.</translation>
    </message>
    <message>
      <source>Nobody would leave with the next run.</source>
      <translation>Tidak ada yang akan lepas pada putaran berikutnya.</translation>
    </message>
    <message>
      <source>Notifications…</source>
      <translation>Notifikasi…</translation>
    </message>
    <message>
      <source>Office</source>
      <translation>Kantor</translation>
    </message>
    <message>
      <source>On whichever desktop comes first.</source>
      <translation>Di desktop mana pun yang lebih dulu.</translation>
    </message>
    <message>
      <source>One run every</source>
      <translation>Satu putaran setiap</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>Lainnya</translation>
    </message>
    <message>
      <source>Own contacts, for</source>
      <translation>Kontak sendiri, selama</translation>
    </message>
    <message>
      <source>Own former customers after</source>
      <translation>Bekas pelanggan sendiri setelah</translation>
    </message>
    <message>
      <source>Phone numbers</source>
      <translation>Nomor telepon</translation>
    </message>
    <message>
      <source>Phone numbers, country</source>
      <translation>Nomor telepon, negara</translation>
    </message>
    <message>
      <source>Phone numbers, written</source>
      <translation>Nomor telepon, penulisan</translation>
    </message>
    <message>
      <source>Pipeline</source>
      <translation>Alur</translation>
    </message>
    <message>
      <source>Pool</source>
      <translation>Bursa</translation>
    </message>
    <message>
      <source>Project</source>
      <translation>Proyek</translation>
    </message>
    <message>
      <source>Release</source>
      <translation>Pelepasan</translation>
    </message>
    <message>
      <source>Release after</source>
      <translation>Lepas setelah</translation>
    </message>
    <message>
      <source>Release run</source>
      <translation>Putaran pelepasan</translation>
    </message>
    <message>
      <source>Reports</source>
      <translation>Laporan</translation>
    </message>
    <message>
      <source>Sign-in</source>
      <translation>Cara masuk</translation>
    </message>
    <message>
      <source>So nobody will leave.</source>
      <translation>Jadi tidak ada yang akan lepas.</translation>
    </message>
    <message>
      <source>Stages that follow from orders</source>
      <translation>Tahap yang mengikuti pesanan</translation>
    </message>
    <message>
      <source>Targets of contacts count working days alone.</source>
      <translation>Target kontak hanya menghitung hari kerja.</translation>
    </message>
    <message>
      <source>The country counts where a number has no country code of its own.</source>
      <translation>Negara ini berlaku bila nomor tidak punya kode negara sendiri.</translation>
    </message>
    <message>
      <source>The next run would free nobody.</source>
      <translation>Putaran berikutnya tidak akan melepas siapa pun.</translation>
    </message>
    <message>
      <source>The next run would free {now}.</source>
      <translation>Putaran berikutnya akan melepas {now}.</translation>
    </message>
    <message>
      <source>The project whose people may sign in with the e-mail address and password of the booking application.</source>
      <translation>Proyek yang orangnya boleh masuk dengan alamat surel dan kata sandi aplikasi pemesanan.</translation>
    </message>
    <message>
      <source>The settings are shown as soon as it answers.</source>
      <translation>Pengaturan ditampilkan begitu server menjawab.</translation>
    </message>
    <message>
      <source>The settings cannot be shown</source>
      <translation>Pengaturan tidak dapat ditampilkan</translation>
    </message>
    <message>
      <source>There are no reminders in this session.</source>
      <translation>Tidak ada pengingat dalam sesi ini.</translation>
    </message>
    <message>
      <source>Time between release runs, minutes</source>
      <translation>Jarak antara putaran pelepasan, menit</translation>
    </message>
    <message>
      <source>Time zone</source>
      <translation>Zona waktu</translation>
    </message>
    <message>
      <source>Warm</source>
      <translation>Hangat</translation>
    </message>
    <message>
      <source>Warm, days without a contact</source>
      <translation>Hangat, hari tanpa kontak</translation>
    </message>
    <message>
      <source>Web API key</source>
      <translation>Kunci Web API</translation>
    </message>
    <message>
      <source>What people log</source>
      <translation>Yang dicatat orang</translation>
    </message>
    <message>
      <source>When customers leave their agent for the pool</source>
      <translation>Kapan pelanggan lepas dari agennya ke bursa</translation>
    </message>
    <message>
      <source>Where the office is and how it writes</source>
      <translation>Di mana kantor berada dan bagaimana ia menulis</translation>
    </message>
    <message>
      <source>Which reminders this computer tells you, and the quiet hours in which it tells none.</source>
      <translation>Pengingat mana yang diberitahukan komputer ini, dan jam tenang tanpa pemberitahuan.</translation>
    </message>
    <message>
      <source>Who may claim how much</source>
      <translation>Siapa boleh mengambil berapa</translation>
    </message>
    <message>
      <source>Whoever shares a database account types their own password again after this long without a key or a click.</source>
      <translation>Siapa pun yang berbagi akun basis data mengetik lagi kata sandinya sendiri setelah selama ini tanpa tombol atau klik.</translation>
    </message>
    <message>
      <source>Won</source>
      <translation>Deal</translation>
    </message>
    <message>
      <source>Won, days</source>
      <translation>Deal, hari</translation>
    </message>
    <message>
      <source>Working week</source>
      <translation>Minggu kerja</translation>
    </message>
    <message>
      <source>Working week, days</source>
      <translation>Minggu kerja, hari</translation>
    </message>
    <message>
      <source>Written</source>
      <translation>Ditulis</translation>
    </message>
    <message>
      <source>as +62…</source>
      <translation>sebagai +62…</translation>
    </message>
    <message>
      <source>as is</source>
      <translation>kini</translation>
    </message>
    <message>
      <source>as typed</source>
      <translation>seperti diketik</translation>
    </message>
    <message>
      <source>claims</source>
      <translation>pengambilan</translation>
    </message>
    <message>
      <source>customers</source>
      <translation>pelanggan</translation>
    </message>
    <message>
      <source>days</source>
      <translation>hari</translation>
    </message>
    <message>
      <source>hours</source>
      <translation>jam</translation>
    </message>
    <message>
      <source>minutes</source>
      <translation>menit</translation>
    </message>
    <message>
      <source>nobody</source>
      <translation>tidak ada</translation>
    </message>
    <message>
      <source>now</source>
      <translation>kini</translation>
    </message>
    <message>
      <source>of the {number}</source>
      <translation>dari {number}</translation>
    </message>
    <message>
      <source>off</source>
      <translation>mati</translation>
    </message>
    <message>
      <source>on</source>
      <translation>hidup</translation>
    </message>
    <message>
      <source>the default</source>
      <translation>bawaan</translation>
    </message>
    <message>
      <source>would be</source>
      <translation>menjadi</translation>
    </message>
    <message>
      <source>would leave with the next run.</source>
      <translation>akan lepas pada putaran berikutnya.</translation>
    </message>
    <message>
      <source>{name}, in {days} days: {number}</source>
      <translation>{name}, dalam {days} hari: {number}</translation>
    </message>
    <message>
      <source>{name}: {number}</source>
      <translation>{name}: {number}</translation>
    </message>
    <message>
      <source>{number} others</source>
      <translation>{number} lainnya</translation>
    </message>
    <message>
      <source>{people} leave within 14 days who would stay.</source>
      <translation>{people} lepas dalam 14 hari yang tadinya tetap.</translation>
    </message>
    <message>
      <source>{people} stay who would leave within 14 days.</source>
      <translation>{people} tetap yang tadinya lepas dalam 14 hari.</translation>
    </message>
  </context>
  <context>
    <name>shortcuts</name>
    <message>
      <source>Alt+Down</source>
      <translation>Alt+Panah bawah</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>Kalender</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Clear the date</source>
      <translation>Kosongkan tanggal</translation>
    </message>
    <message>
      <source>Ctrl+Enter</source>
      <translation>Ctrl+Enter</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Hapus</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Letters and digits</source>
      <translation>Huruf dan angka</translation>
    </message>
    <message>
      <source>Log and claim</source>
      <translation>Catat dan ambil</translation>
    </message>
    <message>
      <source>Log contact</source>
      <translation>Catat kontak</translation>
    </message>
    <message>
      <source>New line in the note</source>
      <translation>Baris baru dalam catatan</translation>
    </message>
    <message>
      <source>Next step in 1 day</source>
      <translation>Tindak lanjut dalam 1 hari</translation>
    </message>
    <message>
      <source>Next step in 1 week</source>
      <translation>Tindak lanjut dalam 1 minggu</translation>
    </message>
    <message>
      <source>Next step in 3 days</source>
      <translation>Tindak lanjut dalam 3 hari</translation>
    </message>
    <message>
      <source>Next step in 4 weeks</source>
      <translation>Tindak lanjut dalam 4 minggu</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Plan the next step</source>
      <translation>Rencanakan tindak lanjut</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Simpan</translation>
    </message>
    <message>
      <source>Shift+Enter</source>
      <translation>Shift+Enter</translation>
    </message>
    <message>
      <source>Shortcuts</source>
      <translation>Pintasan</translation>
    </message>
    <message>
      <source>Successful</source>
      <translation>Berhasil</translation>
    </message>
    <message>
      <source>Tab, Left, Right</source>
      <translation>Tab, Panah kiri, Panah kanan</translation>
    </message>
    <message>
      <source>The note</source>
      <translation>Catatan</translation>
    </message>
    <message>
      <source>Through the acts of the row</source>
      <translation>Melalui tindakan baris</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hari ini</translation>
    </message>
    <message>
      <source>Unsuccessful</source>
      <translation>Tidak berhasil</translation>
    </message>
    <message>
      <source>Visit</source>
      <translation>Kunjungan</translation>
    </message>
    <message>
      <source>WhatsApp</source>
      <translation>WhatsApp</translation>
    </message>
  </context>
  <context>
    <name>sign_in</name>
    <message>
      <source>Locked</source>
      <translation>Terkunci</translation>
    </message>
    <message>
      <source>Sign in</source>
      <translation>Masuk</translation>
    </message>
    <message>
      <source>This computer opens {server} with an account that several people share. Your own password says who you are: what you do is noted under your name.</source>
      <translation>Komputer ini membuka {server} dengan akun yang dipakai beberapa orang bersama. Kata sandi Anda sendiri menyatakan siapa Anda: yang Anda lakukan dicatat atas nama Anda.</translation>
    </message>
    <message>
      <source>With the e-mail address and password of the booking application.</source>
      <translation>Dengan alamat surel dan kata sandi aplikasi pemesanan.</translation>
    </message>
  </context>
  <context>
    <name>standing</name>
    <message numerus="yes">
      <source>1 customer is protected</source>
      <comment>{number} customers are protected</comment>
      <translation>
        <numerusform>{number} pelanggan dilindungi</numerusform>
      </translation>
    </message>
    <message>
      <source>A protection keeps a customer from being released until a date.</source>
      <translation>Perlindungan menjaga pelanggan agar tidak dilepas sampai tanggal tertentu.</translation>
    </message>
    <message>
      <source>Agent</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>Away or closed</source>
      <translation>Tidak masuk atau tutup</translation>
    </message>
    <message>
      <source>By</source>
      <translation>Oleh</translation>
    </message>
    <message>
      <source>Customer</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Customers</source>
      <translation>Pelanggan</translation>
    </message>
    <message>
      <source>Enter lists who leaves this agent within 7 days</source>
      <translation>Enter mendaftar siapa yang lepas dari agen ini dalam 7 hari</translation>
    </message>
    <message>
      <source>Holds</source>
      <translation>Memegang</translation>
    </message>
    <message>
      <source>If nobody contacts them; protections are counted in.</source>
      <translation>Bila tidak ada yang menghubungi; perlindungan ikut dihitung.</translation>
    </message>
    <message>
      <source>No agent has a customer</source>
      <translation>Tidak ada agen yang memegang pelanggan</translation>
    </message>
    <message>
      <source>Nobody is protected</source>
      <translation>Tidak ada yang dilindungi</translation>
    </message>
    <message>
      <source>Owner</source>
      <translation>Pemegang</translation>
    </message>
    <message>
      <source>Since</source>
      <translation>Sejak</translation>
    </message>
    <message>
      <source>The next one leaves</source>
      <translation>Yang berikutnya lepas</translation>
    </message>
    <message>
      <source>The office is closed</source>
      <translation>Kantor tutup</translation>
    </message>
    <message>
      <source>The table could not be read</source>
      <translation>Tabel tidak dapat dibaca</translation>
    </message>
    <message>
      <source>The table is read as soon as it answers again.</source>
      <translation>Tabel dibaca begitu server menjawab lagi.</translation>
    </message>
    <message>
      <source>Until</source>
      <translation>Sampai</translation>
    </message>
    <message>
      <source>Whoever has customers stands here with those who leave next.</source>
      <translation>Siapa pun yang memegang pelanggan ada di sini, dengan yang lepas berikutnya.</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>Mengapa</translation>
    </message>
    <message>
      <source>Would leave</source>
      <translation>Akan lepas</translation>
    </message>
    <message>
      <source>due now</source>
      <translation>sekarang</translation>
    </message>
    <message>
      <source>in {number} days</source>
      <translation>dalam {number} hari</translation>
    </message>
    <message>
      <source>leaving {name} within 7 days</source>
      <translation>lepas dari {name} dalam 7 hari</translation>
    </message>
  </context>
  <context>
    <name>start</name>
    <message>
      <source>My workspace</source>
      <translation>Ruang kerja saya</translation>
    </message>
    <message>
      <source>SalesDesk</source>
      <translation>SalesDesk</translation>
    </message>
    <message>
      <source>Sample workspace</source>
      <translation>Ruang kerja contoh</translation>
    </message>
  </context>
  <context>
    <name>states</name>
    <message numerus="yes">
      <source>1 customer</source>
      <comment>{number} customers</comment>
      <translation>
        <numerusform>{number} pelanggan</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>1 customer, in exactly one of these · as of {time}</source>
      <comment>{number} customers, each in exactly one of these · as of {time}</comment>
      <translation>
        <numerusform>{number} pelanggan, masing-masing tepat dalam satu keadaan · per {time}</numerusform>
      </translation>
    </message>
    <message>
      <source>All customers</source>
      <translation>Semua pelanggan</translation>
    </message>
    <message>
      <source>Customers by state</source>
      <translation>Pelanggan menurut keadaan</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>Hari</translation>
    </message>
    <message>
      <source>Each day's first release run counts the states and keeps them.</source>
      <translation>Putaran pelepasan pertama setiap hari menghitung keadaan dan menyimpannya.</translation>
    </message>
    <message>
      <source>Enter or a click on the number opens these customers</source>
      <translation>Enter atau klik pada angkanya membuka pelanggan ini</translation>
    </message>
    <message>
      <source>In the pool</source>
      <translation>Di bursa</translation>
    </message>
    <message>
      <source>Needs repair</source>
      <translation>Perlu diperbaiki</translation>
    </message>
    <message>
      <source>No day is known yet</source>
      <translation>Belum ada hari yang diketahui</translation>
    </message>
    <message>
      <source>Nobody is in this state</source>
      <translation>Tidak ada yang dalam keadaan ini</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>Terlambat</translation>
    </message>
    <message>
      <source>Releasing soon</source>
      <translation>Segera lepas</translation>
    </message>
    <message>
      <source>Set aside</source>
      <translation>Disisihkan</translation>
    </message>
    <message>
      <source>The figures are read as soon as it answers again.</source>
      <translation>Angka dibaca begitu server menjawab lagi.</translation>
    </message>
    <message>
      <source>The figures could not be read</source>
      <translation>Angka tidak dapat dibaca</translation>
    </message>
    <message>
      <source>The figures of the days</source>
      <translation>Angka per hari</translation>
    </message>
    <message>
      <source>The figures of the days, known from {day}</source>
      <translation>Angka per hari, diketahui mulai {day}</translation>
    </message>
    <message>
      <source>The last 30 days</source>
      <translation>30 hari terakhir</translation>
    </message>
    <message>
      <source>With a plan</source>
      <translation>Dengan rencana</translation>
    </message>
    <message>
      <source>Without a plan</source>
      <translation>Tanpa rencana</translation>
    </message>
    <message>
      <source>available, open to claim</source>
      <translation>bebas, dapat diambil</translation>
    </message>
    <message>
      <source>bound, and no next step is planned</source>
      <translation>dipegang, dan tindak lanjut belum direncanakan</translation>
    </message>
    <message>
      <source>bound, with a next step ahead</source>
      <translation>dipegang, dengan tindak lanjut di depan</translation>
    </message>
    <message>
      <source>customers by state, each day as of its first release run</source>
      <translation>pelanggan menurut keadaan, per hari</translation>
    </message>
    <message>
      <source>leaving their owner within 7 days</source>
      <translation>lepas dari pemegangnya dalam 7 hari</translation>
    </message>
    <message>
      <source>lost or not to be contacted; in no list of the day</source>
      <translation>tidak jadi atau jangan dihubungi; tidak ada di daftar harian mana pun</translation>
    </message>
    <message>
      <source>no change</source>
      <translation>tetap</translation>
    </message>
    <message>
      <source>owner and history contradict each other; nobody sees them in a list</source>
      <translation>pemegang dan riwayat bertentangan; tidak terlihat dalam daftar siapa pun</translation>
    </message>
    <message>
      <source>the day of their next step is over</source>
      <translation>hari tindak lanjutnya sudah lewat</translation>
    </message>
  </context>
  <context>
    <name>steps</name>
    <message>
      <source>A new customer is not undone.</source>
      <translation>Pelanggan baru tidak diurungkan.</translation>
    </message>
    <message>
      <source>Contact deleted; {name} is in the pool again.</source>
      <translation>Kontak dihapus; {name} ada di bursa lagi.</translation>
    </message>
    <message>
      <source>The change of the contact with {name} is not undone. Edit it again.</source>
      <translation>Perubahan kontak dengan {name} tidak diurungkan. Ubahlah lagi.</translation>
    </message>
    <message>
      <source>The contact with {name} is back.</source>
      <translation>Kontak dengan {name} sudah kembali.</translation>
    </message>
    <message>
      <source>The contact with {name} is deleted.</source>
      <translation>Kontak dengan {name} dihapus.</translation>
    </message>
    <message>
      <source>The next step of {whom} is as it was before.</source>
      <translation>Tindak lanjut {whom} seperti sebelumnya.</translation>
    </message>
    <message>
      <source>The protection of {whom} is as it was before.</source>
      <translation>Perlindungan {whom} seperti sebelumnya.</translation>
    </message>
    <message>
      <source>The release of {whom} is taken back, with the clock as it was.</source>
      <translation>Pelepasan {whom} ditarik kembali, dengan hitungan hari seperti sebelumnya.</translation>
    </message>
    <message>
      <source>assignment and transfer of {whom}</source>
      <translation>penugasan dan pengalihan {whom}</translation>
    </message>
    <message>
      <source>assignment of {whom}</source>
      <translation>penugasan {whom}</translation>
    </message>
    <message>
      <source>change of the contact with {name}</source>
      <translation>perubahan kontak dengan {name}</translation>
    </message>
    <message>
      <source>change of {name}</source>
      <translation>perubahan {name}</translation>
    </message>
    <message>
      <source>claim of {whom}</source>
      <translation>pengambilan {whom}</translation>
    </message>
    <message>
      <source>contact with {name}</source>
      <translation>kontak dengan {name}</translation>
    </message>
    <message>
      <source>contact with {name} and the claim</source>
      <translation>kontak dengan {name} dan pengambilannya</translation>
    </message>
    <message>
      <source>deletion of the contact with {name}</source>
      <translation>penghapusan kontak dengan {name}</translation>
    </message>
    <message>
      <source>move of {whom} to {stage}</source>
      <translation>perpindahan {whom} ke {stage}</translation>
    </message>
    <message>
      <source>new customer</source>
      <translation>pelanggan baru</translation>
    </message>
    <message>
      <source>next step of {whom}</source>
      <translation>tindak lanjut {whom}</translation>
    </message>
    <message>
      <source>protection of {whom}</source>
      <translation>perlindungan {whom}</translation>
    </message>
    <message>
      <source>release of {whom}</source>
      <translation>pelepasan {whom}</translation>
    </message>
    <message>
      <source>setting aside of {whom}</source>
      <translation>penyisihan {whom}</translation>
    </message>
    <message>
      <source>transfer of {whom}</source>
      <translation>pengalihan {whom}</translation>
    </message>
    <message>
      <source>{name} is as before the change.</source>
      <translation>{name} seperti sebelum perubahan.</translation>
    </message>
    <message>
      <source>{name} is changed again.</source>
      <translation>{name} diubah lagi.</translation>
    </message>
    <message>
      <source>{number} customers</source>
      <translation>{number} pelanggan</translation>
    </message>
    <message>
      <source>{number} not moved.</source>
      <translation>{number} tidak dipindah.</translation>
    </message>
    <message>
      <source>{number} not undone.</source>
      <translation>{number} tidak diurungkan.</translation>
    </message>
    <message>
      <source>{whom} are in the pool again.</source>
      <translation>{whom} ada di bursa lagi.</translation>
    </message>
    <message>
      <source>{whom} are with their former owners again.</source>
      <translation>{whom} ada pada pemegang lamanya lagi.</translation>
    </message>
    <message>
      <source>{whom} are with {owner} again.</source>
      <translation>{whom} ada pada {owner} lagi.</translation>
    </message>
    <message>
      <source>{whom} are {stage} again.</source>
      <translation>{whom} {stage} lagi.</translation>
    </message>
    <message>
      <source>{whom} is in the pool again.</source>
      <translation>{whom} ada di bursa lagi.</translation>
    </message>
    <message>
      <source>{whom} is with {owner} again.</source>
      <translation>{whom} ada pada {owner} lagi.</translation>
    </message>
    <message>
      <source>{whom} is {stage} again.</source>
      <translation>{whom} {stage} lagi.</translation>
    </message>
    <message>
      <source>{whom} moved back.</source>
      <translation>{whom} dipindah kembali.</translation>
    </message>
    <message>
      <source>{whom} moved from {stage} to {to}</source>
      <translation>{whom} dipindah dari {stage} ke {to}</translation>
    </message>
    <message>
      <source>{whom} moved to {to}</source>
      <translation>{whom} dipindah ke {to}</translation>
    </message>
    <message>
      <source>{whom}: set aside or not, as it was before.</source>
      <translation>{whom}: disisihkan atau tidak, seperti sebelumnya.</translation>
    </message>
  </context>
  <context>
    <name>targets</name>
    <message numerus="yes">
      <source>1 agent is behind</source>
      <comment>{number} agents are behind</comment>
      <translation>
        <numerusform>{number} agen tertinggal</numerusform>
      </translation>
    </message>
    <message>
      <source>A day</source>
      <translation>Sehari</translation>
    </message>
    <message>
      <source>A week</source>
      <translation>Seminggu</translation>
    </message>
    <message>
      <source>Behind</source>
      <translation>Tertinggal</translation>
    </message>
    <message>
      <source>Days off</source>
      <translation>Hari libur</translation>
    </message>
    <message>
      <source>Due so far</source>
      <translation>Seharusnya</translation>
    </message>
    <message>
      <source>Every contact counts, successful or not. Today is not over, and days off take their share from the week.</source>
      <translation>Setiap kontak dihitung, berhasil atau tidak. Hari ini belum selesai, dan hari libur mengurangi target minggunya.</translation>
    </message>
    <message>
      <source>For</source>
      <translation>Untuk</translation>
    </message>
    <message>
      <source>Nobody is behind</source>
      <translation>Tidak ada yang tertinggal</translation>
    </message>
    <message>
      <source>Set for</source>
      <translation>Ditetapkan</translation>
    </message>
    <message>
      <source>Target of {name}</source>
      <translation>Target {name}</translation>
    </message>
    <message>
      <source>The target of {name} is as before.</source>
      <translation>Target {name} kembali seperti semula.</translation>
    </message>
    <message>
      <source>There are no agents yet</source>
      <translation>Belum ada agen</translation>
    </message>
    <message>
      <source>This week</source>
      <translation>Minggu ini</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>Hari ini</translation>
    </message>
    <message>
      <source>Whoever may hold customers stands here with their target.</source>
      <translation>Siapa yang boleh memegang pelanggan ada di sini dengan targetnya.</translation>
    </message>
    <message>
      <source>target of {name}</source>
      <translation>target {name}</translation>
    </message>
    <message>
      <source>the role</source>
      <translation>perannya</translation>
    </message>
    <message>
      <source>the role {role}</source>
      <translation>peran {role}</translation>
    </message>
    <message>
      <source>this agent</source>
      <translation>agen ini</translation>
    </message>
    <message>
      <source>{made} of {due}</source>
      <translation>{made} dari {due}</translation>
    </message>
    <message>
      <source>{role}: everybody</source>
      <translation>{role}: semua</translation>
    </message>
  </context>
  <context>
    <name>templates</name>
    <message>
      <source>Agent</source>
      <translation>Agen</translation>
    </message>
    <message>
      <source>Company</source>
      <translation>Perusahaan</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Tanggal</translation>
    </message>
    <message>
      <source>Guests</source>
      <translation>Tamu</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Nama</translation>
    </message>
    <message>
      <source>Package</source>
      <translation>Paket</translation>
    </message>
    <message>
      <source>Price</source>
      <translation>Harga</translation>
    </message>
    <message>
      <source>Room</source>
      <translation>Ruang</translation>
    </message>
    <message numerus="yes">
      <source>{number} character</source>
      <comment>{number} characters</comment>
      <translation>
        <numerusform>{number} huruf</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} is missing</source>
      <comment>{number} are missing</comment>
      <translation>
        <numerusform>{number} belum terisi</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>today</name>
    <message numerus="yes">
      <source>1 customer needs you</source>
      <comment>{number} customers need you</comment>
      <translation>
        <numerusform>{number} pelanggan memerlukan Anda</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>1 customer needs {whose}</source>
      <comment>{number} customers need {whose}</comment>
      <translation>
        <numerusform>{number} pelanggan memerlukan {whose}</numerusform>
      </translation>
    </message>
    <message>
      <source>By time</source>
      <translation>Menurut waktu</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Claim</source>
      <translation>Ambil</translation>
    </message>
    <message>
      <source>Claimed {date}</source>
      <translation>Diambil {date}</translation>
    </message>
    <message>
      <source>Customers who are about to leave you, follow-ups that are due, and warm or hot customers without a next step are listed here.</source>
      <translation>Pelanggan yang hampir lepas dari Anda, tindak lanjut yang jatuh tempo, dan pelanggan hangat atau panas tanpa tindak lanjut tercantum di sini.</translation>
    </message>
    <message>
      <source>Due today</source>
      <translation>Jatuh tempo hari ini</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>Enter the first one, or bring them in from a file. Whoever needs you is listed here from then on.</source>
      <translation>Masukkan yang pertama, atau ambil dari berkas. Setelah itu, siapa pun yang memerlukan Anda tercantum di sini.</translation>
    </message>
    <message>
      <source>Every contact of yours counts, successful or not, on the day it was made.</source>
      <translation>Setiap kontak Anda dihitung, berhasil atau tidak, pada hari kontak itu dilakukan.</translation>
    </message>
    <message>
      <source>Follow up</source>
      <translation>Tindak lanjuti</translation>
    </message>
    <message>
      <source>Free</source>
      <translation>Bebas</translation>
    </message>
    <message>
      <source>Free since {since}</source>
      <translation>Bebas sejak {since}</translation>
    </message>
    <message>
      <source>Freed or new today</source>
      <translation>Bebas atau baru hari ini</translation>
    </message>
    <message>
      <source>Last WhatsApp {date}</source>
      <translation>WhatsApp terakhir {date}</translation>
    </message>
    <message>
      <source>Last call {date}</source>
      <translation>Telepon terakhir {date}</translation>
    </message>
    <message>
      <source>Last contact {date}</source>
      <translation>Kontak terakhir {date}</translation>
    </message>
    <message>
      <source>Last visit {date}</source>
      <translation>Kunjungan terakhir {date}</translation>
    </message>
    <message>
      <source>Late</source>
      <translation>Terlambat</translation>
    </message>
    <message>
      <source>Leave their owner within 7 days if nobody contacts them</source>
      <translation>Lepas dari pemegangnya dalam 7 hari bila tidak ada yang menghubungi</translation>
    </message>
    <message>
      <source>Leave you within 7 days if nobody contacts them</source>
      <translation>Lepas dari Anda dalam 7 hari bila tidak ada yang menghubungi</translation>
    </message>
    <message>
      <source>Log</source>
      <translation>Catat</translation>
    </message>
    <message>
      <source>Logged today:</source>
      <translation>Dicatat hari ini:</translation>
    </message>
    <message>
      <source>Longest overdue first</source>
      <translation>Yang paling lama terlambat dulu</translation>
    </message>
    <message>
      <source>Never contacted</source>
      <translation>Belum pernah dihubungi</translation>
    </message>
    <message>
      <source>New in the pool</source>
      <translation>Baru di bursa</translation>
    </message>
    <message>
      <source>New since {since}; never had anybody</source>
      <translation>Baru sejak {since}; belum pernah dipegang</translation>
    </message>
    <message>
      <source>No customer of today matches the search.</source>
      <translation>Tidak ada pelanggan hari ini yang cocok dengan pencarian.</translation>
    </message>
    <message>
      <source>No customers yet</source>
      <translation>Belum ada pelanggan</translation>
    </message>
    <message>
      <source>Nobody matches</source>
      <translation>Tidak ada yang cocok</translation>
    </message>
    <message>
      <source>Nothing logged today yet</source>
      <translation>Belum ada yang dicatat hari ini</translation>
    </message>
    <message>
      <source>Nothing waits for you today</source>
      <translation>Tidak ada yang menunggu Anda hari ini</translation>
    </message>
    <message>
      <source>Nothing waits today</source>
      <translation>Tidak ada yang menunggu hari ini</translation>
    </message>
    <message>
      <source>Off this week, and taken from its target: {days}.</source>
      <translation>Libur minggu ini, dan dikurangkan dari targetnya: {days}.</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Buka</translation>
    </message>
    <message>
      <source>Overdue follow-ups</source>
      <translation>Tindak lanjut terlambat</translation>
    </message>
    <message>
      <source>Plan</source>
      <translation>Rencanakan</translation>
    </message>
    <message>
      <source>Plan something, or they go quiet</source>
      <translation>Rencanakan sesuatu, atau mereka menghilang</translation>
    </message>
    <message>
      <source>Releasing soon</source>
      <translation>Segera lepas</translation>
    </message>
    <message>
      <source>Show more</source>
      <translation>Tampilkan lagi</translation>
    </message>
    <message>
      <source>The day could not be read</source>
      <translation>Hari ini tidak dapat dibaca</translation>
    </message>
    <message>
      <source>The day is read as soon as it answers again.</source>
      <translation>Hari ini dibaca begitu server menjawab lagi.</translation>
    </message>
    <message>
      <source>Warm and hot without a next step</source>
      <translation>Hangat dan panas tanpa tindak lanjut</translation>
    </message>
    <message>
      <source>WhatsApp</source>
      <translation>WhatsApp</translation>
    </message>
    <message>
      <source>due {when}</source>
      <translation>jatuh tempo {when}</translation>
    </message>
    <message>
      <source>given back</source>
      <translation>dikembalikan</translation>
    </message>
    <message>
      <source>idle {days}</source>
      <translation>tanpa kontak {days}</translation>
    </message>
    <message>
      <source>its period with {owner} ends in {days}</source>
      <translation>masanya pada {owner} berakhir dalam {days}</translation>
    </message>
    <message>
      <source>leaves {owner} in {days}</source>
      <translation>lepas dari {owner} dalam {days}</translation>
    </message>
    <message>
      <source>leaves {owner} on {when}</source>
      <translation>lepas dari {owner} pada {when}</translation>
    </message>
    <message>
      <source>leaves {owner} with the next release run</source>
      <translation>lepas dari {owner} pada putaran pelepasan berikutnya</translation>
    </message>
    <message>
      <source>never contacted</source>
      <translation>belum pernah dihubungi</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>tidak dijawab</translation>
    </message>
    <message>
      <source>nothing planned since</source>
      <translation>belum direncanakan sejak</translation>
    </message>
    <message>
      <source>successful</source>
      <translation>berhasil</translation>
    </message>
    <message>
      <source>was with {name}</source>
      <translation>dulu pada {name}</translation>
    </message>
    <message>
      <source>you</source>
      <translation>Anda</translation>
    </message>
    <message>
      <source>{made} of {due} contacts today</source>
      <translation>{made} dari {due} kontak hari ini</translation>
    </message>
    <message>
      <source>{made} of {due} this week</source>
      <translation>{made} dari {due} minggu ini</translation>
    </message>
    <message>
      <source>{number} WhatsApp</source>
      <translation>{number} WhatsApp</translation>
    </message>
    <message numerus="yes">
      <source>{number} call</source>
      <comment>{number} calls</comment>
      <translation>
        <numerusform>{number} telepon</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} contact today</source>
      <comment>{number} contacts today</comment>
      <translation>
        <numerusform>{number} kontak hari ini</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{number} visit</source>
      <comment>{number} visits</comment>
      <translation>
        <numerusform>{number} kunjungan</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>views</name>
    <message>
      <source>All customers</source>
      <translation>Semua pelanggan</translation>
    </message>
    <message>
      <source>Everybody's, leaving within 7 days</source>
      <translation>Milik semua, lepas dalam 7 hari</translation>
    </message>
    <message>
      <source>In the pool</source>
      <translation>Di bursa</translation>
    </message>
    <message>
      <source>Mine, leaving within 7 days</source>
      <translation>Milik saya, lepas dalam 7 hari</translation>
    </message>
    <message>
      <source>Mine, without a next step</source>
      <translation>Milik saya, tanpa tindak lanjut</translation>
    </message>
    <message>
      <source>My customers</source>
      <translation>Pelanggan saya</translation>
    </message>
    <message numerus="yes">
      <source>{number} saved view cannot be read and is left out</source>
      <comment>{number} saved views cannot be read and are left out</comment>
      <translation>
        <numerusform>{number} tampilan tersimpan tidak dapat dibaca dan dilewatkan</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>waiting</name>
    <message>
      <source>Leave</source>
      <translation>Keluar</translation>
    </message>
  </context>
  <context>
    <name>who</name>
    <message>
      <source>Who are you?</source>
      <translation>Siapa Anda?</translation>
    </message>
  </context>
  <context>
    <name>words</name>
    <message>
      <source>Asked not to be contacted</source>
      <translation>Minta tidak dihubungi</translation>
    </message>
    <message>
      <source>Booked elsewhere</source>
      <translation>Pesan di tempat lain</translation>
    </message>
    <message>
      <source>Call</source>
      <translation>Telepon</translation>
    </message>
    <message>
      <source>Canvas</source>
      <translation>Kanvasing</translation>
    </message>
    <message>
      <source>Cold</source>
      <translation>Dingin</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>Kontak</translation>
    </message>
    <message>
      <source>Digital Marketing</source>
      <translation>Pemasaran digital</translation>
    </message>
    <message>
      <source>Event Marketing</source>
      <translation>Pemasaran acara</translation>
    </message>
    <message>
      <source>Hot</source>
      <translation>Panas</translation>
    </message>
    <message>
      <source>Left the company</source>
      <translation>Sudah keluar dari perusahaan</translation>
    </message>
    <message>
      <source>Linked</source>
      <translation>Ditautkan</translation>
    </message>
    <message>
      <source>Linked to another customer, which stays for both</source>
      <translation>Ditautkan ke pelanggan lain yang mewakili keduanya</translation>
    </message>
    <message>
      <source>Lost</source>
      <translation>Tidak jadi</translation>
    </message>
    <message>
      <source>Never answers</source>
      <translation>Tidak pernah menjawab</translation>
    </message>
    <message>
      <source>No contact</source>
      <translation>Jangan dihubungi</translation>
    </message>
    <message>
      <source>Not interested</source>
      <translation>Tidak berminat</translation>
    </message>
    <message>
      <source>PoS</source>
      <translation>PoS</translation>
    </message>
    <message>
      <source>Referral</source>
      <translation>Rujukan</translation>
    </message>
    <message>
      <source>Set aside as lost</source>
      <translation>Disisihkan: tidak jadi</translation>
    </message>
    <message>
      <source>Set aside: not to be contacted</source>
      <translation>Disisihkan: jangan dihubungi</translation>
    </message>
    <message>
      <source>Too expensive</source>
      <translation>Terlalu mahal</translation>
    </message>
    <message>
      <source>Visit</source>
      <translation>Kunjungan</translation>
    </message>
    <message>
      <source>Warm</source>
      <translation>Hangat</translation>
    </message>
    <message>
      <source>WhatsApp</source>
      <translation>WhatsApp</translation>
    </message>
    <message>
      <source>Wrong number</source>
      <translation>Nomor salah</translation>
    </message>
    <message>
      <source>successful</source>
      <translation>berhasil</translation>
    </message>
    <message>
      <source>unsuccessful</source>
      <translation>tidak berhasil</translation>
    </message>
  </context>
</TS>