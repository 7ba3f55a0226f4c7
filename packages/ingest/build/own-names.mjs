/*
 * Names that the package of names has not: Albanian ones, and those of Bosniaks. Common given and family names, written down by hand; the
 * family names that end in -ić and the like are known by their endings.
 */

const albanian = `
  Afërdita Agim Agron Alban Albana Albert Albina Alfred Altin Anila Ardian Ardita Ardit Arbën Arben Arbër Arbnor Ardiana Argjend Arjana
  Arlind Arta Artan Artur Astrit Avni Bajram Bardh Bardhyl Bashkim Behar Bekim Besa Besart Besfort Besian Besim Besmir Besnik Blerim Blerina
  Blerta Bledar Brikena Bujar Burim Dafina Dardan Denis Dhimitër Diamant Diell Dorina Dritan Driton Drita Edlira Edmond Edon Egzon Elira
  Elona Elvana Endri Enver Erion Erjon Ermal Ervin Esat Fatbardha Fatime Fatjon Fatmir Fatos Faik Ferid Fisnik Flamur Fitim Flora Florent
  Florian Florim Gani Gazmend Genc Gent Gentian Gëzim Gjergj Gjon Gjin Granit Hajdar Hajrije Halil Hamdi Hasan Haxhi Hekuran Hysen Ibrahim
  Idriz Ilir Ilirjana Ilmi Isa Ismail Ismet Jeton Jetmir Kadri Kastriot Kimete Kreshnik Kujtim Kushtrim Labinot Lavdim Leart Leonora Liridon
  Liridona Liri Lulzim Luan Luljeta Lumnije Majlinda Mentor Mërgim Merita Mimoza Mirjeta Muharrem Musa Mustafa Naim Naser Nazmi Nertila
  Nexhat Nexhmije Ngadhnjim Nimete Njomza Nuredin Orges Pajtim Përparim Petrit Pjetër Prend Qemal Qendrim Ragip Ramadan Ramiz Remzije Rexhep
  Rinor Roza Rrahim Rrezarta Rrustem Sadik Safet Sali Sami Sefedin Selim Selman Shaban Shefqet Shemsi Shkëlqim Shkëlzen Shkurte Shpend Shpëtim
  Shpresa Shqipe Shqiptar Skënder Skerdilajd Sokol Spartak Taulant Teuta Tomorr Uran Valbona Valdet Valmira Valon Vehbi Veton Visar Vjosa
  Vjollca Xhavit Xhelal Xhemail Xhevdet Xhevat Ylber Ylli Zamir Zana Zef Zejnullah Zenel Zenun Zyra
  Ahmeti Aliu Asllani Avdiu Bajrami Balaj Basha Beqiri Berisha Bislimi Bytyqi Çela Çuni Dauti Dervishi Dedaj Demiri Duka Elezi Fazliu Ferati
  Gashi Gjoka Gjoni Gjokaj Hajdari Halili Halimi Haliti Hasani Haxhiu Hoti Hoxha Hyseni Ibrahimi Idrizi Ismajli Ismaili Isufi Jashari Kastrati
  Kelmendi Kola Krasniqi Kryeziu Kurti Lika Lleshi Loshi Luli Marku Mehmeti Memeti Morina Murati Murtezi Mustafaj Mustafi Muçaj Ndreca Nikolla
  Osmani Pacolli Paçarizi Pllana Prifti Rama Ramadani Rexha Rexhepi Rugova Sadiku Salihu Sejdiu Selimi Shabani Shala Shehu Sinani Sopi Spahiu
  Sulejmani Syla Tahiri Thaçi Topalli Ukaj Uka Veliu Veseli Xhafa Xhaferi Zeka Zeneli Zeqiri Zogaj`;

const bosniak = `
  Adem Adis Admir Adnan Ahmed Ajla Ajša Alija Alma Almir Amar Amel Amela Amina Amir Amra Anel Armin Asim Avdo Azra Bakir Bekir Benjamin Ćamil
  Dino Dženan Dženita Džemal Džemila Dževad Edin Edina Elma Elvir Elvira Emin Emina Emir Enes Enisa Ensar Enver Erna Esad Esma Fadil Fahrudin
  Faruk Fatima Fikret Fuad Hajra Halid Halil Hamid Hamza Haris Hasan Hatidža Hazim Husein Husnija Ibrahim Ibro Idriz Irfan Irma Ismet Izet
  Jasmin Jasmina Jusuf Kasim Kemal Kenan Lejla Mahir Mediha Mehmed Melisa Merima Mersiha Mevlida Midhat Mirela Mirsad Mirsada Mirza Muamer
  Muhamed Muhamer Muharem Mujo Munira Murat Mustafa Nail Naida Nedim Nedžad Nermin Nermina Nihad Nijaz Nusret Omer Osman Ragib Ramiz Rasim
  Refik Remzija Rifet Sabina Sabit Sadik Safet Said Salih Salko Samir Samira Samra Sanela Sead Sejad Sejfudin Selma Selvedin Semir Senad
  Senada Senka Suad Suada Suljo Sulejman Suvad Šaban Šefik Šefka Šerif Tarik Vahid Vahida Vildana Zahid Zehra Zejna Zijad Zijada Zijo Zuhdija`;

export const ownNames = `${albanian} ${bosniak}`.trim().split(/\s+/);
