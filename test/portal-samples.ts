const relation = '/kerja-sama/kota-bekasi-izumisano'

/** An address for every public page, by its path in routes.ts; a page without one fails the first test. */
export const samples: Record<string, readonly string[]> = {
  '/': ['/'],
  '/daerah/:region': ['/daerah/kota-bekasi', '/daerah/kab-bekasi', '/daerah/kota-bandung', '/daerah/kab-contoh'],
  '/daerah/:region/bagikan': ['/daerah/kota-bekasi/bagikan'],
  '/daerah/:region/kerja-sama': [
    '/daerah/kota-bekasi/kerja-sama',
    '/daerah/kota-bandung/kerja-sama',
    '/daerah/kab-contoh/kerja-sama',
    '/daerah/kota-bandung/kerja-sama?keadaan=exploring&negara=JP',
  ],
  '/daerah/:region/kegiatan': [
    '/daerah/kota-bekasi/kegiatan',
    '/daerah/kab-bekasi/kegiatan',
    '/daerah/kab-bekasi/kegiatan?tahun=2024',
  ],
  '/daerah/:region/dokumen': [
    '/daerah/kota-bekasi/dokumen',
    '/daerah/kab-bekasi/dokumen',
    '/daerah/kab-contoh/dokumen',
  ],
  '/program/lomba/:slug': [
    '/program/lomba/kampung-berseri-2024',
    '/program/lomba/lomba-kampung-contoh-2026',
    '/program/lomba/lomba-kampung-contoh-2025',
  ],
  '/program/lomba/:slug/sumber/:topic': [
    '/program/lomba/kampung-berseri-2024/sumber/pendaftaran',
    '/program/lomba/kampung-berseri-2024/sumber/tujuan',
  ],
  '/program/lomba/:slug/daftar': ['/program/lomba/lomba-kampung-contoh-2026/daftar'],
  '/program/lomba/tanda/:receipt': ['/program/lomba/tanda/AAAA-AAAA-AAAA'],
  '/program/lomba/:slug/keliru': ['/program/lomba/kampung-berseri-2024/keliru'],
  '/program/pertukaran/:slug': [
    '/program/pertukaran/pelatihan-penyediaan-air-hamamatsu',
    '/program/pertukaran/pertukaran-pengalaman-izumisano',
    '/program/pertukaran/budaya-dan-kontak-sosial-korea-selatan',
    '/program/pertukaran/contoh-pelatihan-pemilahan-sampah',
  ],
  '/program/pertukaran/:slug/sumber/:topic': [
    '/program/pertukaran/pelatihan-penyediaan-air-hamamatsu/sumber/isi',
    '/program/pertukaran/budaya-dan-kontak-sosial-korea-selatan/sumber/keadaan',
  ],
  '/daerah/:region/kontak': ['/daerah/kota-bandung/kontak', '/daerah/kota-bekasi/kontak'],
  // Receipts that nobody holds; those that are held are walked in layanan.spec.ts.
  '/program/layanan/bukti/:receipt': ['/program/layanan/bukti/AAAA-AAAA-AAAA-AAAA-AAAA'],
  '/program/layanan/pertanyaan/:receipt': ['/program/layanan/pertanyaan/AAAA-AAAA-AAAA-AAAA-AAAA'],
  '/program/layanan/:slug': ['/program/layanan/vaksinasi-booster-bagi-warga-jepang-kota-bandung'],
  '/program/layanan/:slug/sumber/layanan': [
    '/program/layanan/vaksinasi-booster-bagi-warga-jepang-kota-bandung/sumber/layanan',
  ],
  '/program/layanan/:slug/pesan': ['/program/layanan/vaksinasi-booster-bagi-warga-jepang-kota-bandung/pesan'],
  '/daerah/:region/program': [
    '/daerah/kota-bekasi/program',
    '/daerah/kab-bekasi/program',
    '/daerah/kota-bandung/program',
    '/daerah/kab-contoh/program',
    '/daerah/kab-contoh/program?bagian=isu',
  ],
  '/program/tjsl/:slug': ['/program/tjsl/perbaikan-atap-ruang-kelas-sd-desa-contoh-jaya'],
  '/daerah/:region/program/tjsl': [
    '/daerah/kab-bekasi/program/tjsl',
    '/daerah/kab-contoh/program/tjsl',
    '/daerah/kab-contoh/program/tjsl?bidang=kesehatan',
  ],
  '/daerah/:region/program/tjsl/:company/:year': ['/daerah/kab-contoh/program/tjsl/contoh-kawasan-dua/2026'],
  '/program/isu/:slug': ['/program/isu/layanan-dasar-kawasan-industri', '/program/isu/infrastruktur-penunjang'],
  '/program/isu/:slug/sumber/:topic': [
    '/program/isu/layanan-dasar-kawasan-industri/sumber/isu',
    '/program/isu/layanan-dasar-kawasan-industri/sumber/program-1',
  ],
  '/daerah/:region/program/tenaga-kerja': [
    '/daerah/kab-bekasi/program/tenaga-kerja',
    '/daerah/kab-contoh/program/tenaga-kerja',
  ],
  '/program/tenaga-kerja/:slug': [
    '/program/tenaga-kerja/kota-bandung-tenaga-terampil-ke-jepang',
    '/program/tenaga-kerja/kab-contoh-angkatan-perawat-lansia-2025-contoh',
  ],
  '/program/tenaga-kerja/:slug/sumber/:topic': [
    '/program/tenaga-kerja/kota-bandung-tenaga-terampil-ke-jepang/sumber/siap',
  ],
  '/daerah/:region/mitra/:slug': ['/daerah/kota-bekasi/mitra/izumisano', '/daerah/kota-bandung/mitra/toyota'],
  '/daerah/:region/cari': [
    '/daerah/kota-bekasi/cari',
    '/daerah/kota-bekasi/cari?q=izumisano',
    '/daerah/kota-bandung/cari?q=hanamatsu',
    '/daerah/kab-bekasi/cari?q=tidak+ada',
  ],
  '/daerah/:slug/keliru': ['/daerah/kota-bekasi/keliru'],
  '/kegiatan/:slug': [
    '/kegiatan/kunjungan-izumisano-2025-07-24',
    '/kegiatan/rakor-jababeka-2025-10-21',
    '/kegiatan/diberitakan-nota-kesepahaman-korea-selatan-2023',
  ],
  '/kegiatan/:slug/bagikan': ['/kegiatan/kunjungan-izumisano-2025-07-24/bagikan'],
  '/kegiatan/:slug/keliru': ['/kegiatan/kunjungan-izumisano-2025-07-24/keliru'],
  '/daerah/:region/negara/:slug': [
    '/daerah/kab-bekasi/negara/JP',
    '/daerah/kab-bekasi/negara/KR',
    '/daerah/kota-bandung/negara/JP',
    '/daerah/kota-bekasi/negara/JP',
  ],
  '/daerah/:region/negara/:slug/sumber/:topic': [
    '/daerah/kab-bekasi/negara/JP/sumber/warga',
    '/daerah/kab-bekasi/negara/KR/sumber/potensi',
  ],
  '/kerja-sama/:slug': [
    relation,
    `${relation}?per=2024-06-28`,
    `${relation}?cetak=1`,
    '/kerja-sama/kab-bekasi-kedutaan-besar-jepang',
    '/kerja-sama/kab-bekasi-pihak-korea-selatan',
    '/kerja-sama/kota-bandung-kedutaan-besar-jepang',
    '/kerja-sama/kota-bandung-toyota',
    '/kerja-sama/contoh-kampung-jepang',
    '/kerja-sama/contoh-tebing-jerman',
  ],
  '/kerja-sama/:slug/bagikan': [`${relation}/bagikan`],
  '/kerja-sama/:slug/keliru': [`${relation}/keliru?tentang=bidang`],
  '/kerja-sama/:slug/sumber/:topic': [
    `${relation}/sumber/bidang`,
    `${relation}/sumber/tuan-rumah-kunjungan-izumisano-2025-07-24`,
    '/kerja-sama/kota-bandung-toyota/sumber/bidang',
  ],
  '/tentang/lima-cerita': ['/tentang/lima-cerita'],
  '/tentang/cara-membaca': ['/tentang/cara-membaca'],
  '/tentang/aksesibilitas': ['/tentang/aksesibilitas'],
  '/tentang/privasi': ['/tentang/privasi'],
  '/tentang/penyelenggara': ['/tentang/penyelenggara'],
  '/masuk': ['/masuk', '/masuk?keluar=1'],
  '/masuk/lupa': ['/masuk/lupa'],
  '/masuk/tautan/:token': ['/masuk/tautan/sudah-dipakai'],
  '/tanggal': ['/tanggal'],
  // A receipt that nobody holds; one that is held is walked in terbit.spec.ts.
  '/t/:token': ['/t/0000000000000000000000', '/t/contoh-kedutaan-jepang'],
  '/pemberitahuan/berhenti/:token': ['/pemberitahuan/berhenti/00000000000000000000000000000000'],
  '/tanda-terima/:receipt': ['/tanda-terima/AAAA-AAAA'],
}

/** Pages that are shown with another status, which the browser then notes as an error of its own. */
export const statuses: Record<string, number> = {
  '/masuk/tautan/sudah-dipakai': 410,
  '/pemberitahuan/berhenti/00000000000000000000000000000000': 404,
  '/t/0000000000000000000000': 404,
  '/tanda-terima/AAAA-AAAA': 404,
  '/program/lomba/tanda/AAAA-AAAA-AAAA': 404,
  '/program/layanan/bukti/AAAA-AAAA-AAAA-AAAA-AAAA': 404,
  '/program/layanan/pertanyaan/AAAA-AAAA-AAAA-AAAA-AAAA': 404,
  '/tidak-ada': 404,
}
