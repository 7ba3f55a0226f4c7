/*
 * Media and authorities whose names are public wherever a source has them: each line has the name as it is published, other names after
 * `=`, and its hosts after `:`. It holds no blogs and no accounts of people. A medium is added with one line.
 */

const international = `
Agence France-Presse = Agence France Presse = AFP: afp.com
Al Jazeera: aljazeera.com balkans.aljazeera.net
Amnesty International: amnesty.org
Associated Press = AP = Associated Press Newswires: ap.org apnews.com hosted.ap.org
BBC = BBC News = BBC Monitoring = BBC Monitoring European = BBC Monitoring Ukraine & Baltics: bbc.com bbc.co.uk
Balkan Insight = BIRN: balkaninsight.com
CBS News: cbsnews.com
CNN: cnn.com edition.cnn.com
Crisis Watch = CrisisWatch
Deutsche Welle = DW: dw.com
dpa: dpa.com
Euronews: euronews.com
Europol: europol.europa.eu
Frontex: frontex.europa.eu
The Guardian = Guardian: theguardian.com
Gun Violence Archive: gunviolencearchive.org
Human Rights Watch = HRW: hrw.org
The Independent: independent.co.uk
Interfax = Interfax: Russia & CIS General Newswire = Interfax: Russia & CIS Military Newswire: interfax.com interfax.ru
International Crisis Group = ICG: crisisgroup.org
Interpol: interpol.int
New York Times: nytimes.com
OHCHR = Office of the United Nations High Commissioner for Human Rights: ohchr.org
OCCRP: occrp.org
OSCE = OSCE Special Monitoring Mission to Ukraine: osce.org
Politico: politico.com politico.eu
Radio Free Europe/Radio Liberty = RFE/RL = Radio Free Europe = Radio Slobodna Evropa = Radio Evropa e Lirë = Radio Svoboda: rferl.org slobodnaevropa.org evropaelire.org svoboda.org radiosvoboda.org moldova.europalibera.org
Reuters = Reuters News: reuters.com
RIA Novosti = РИА Новости: ria.ru
RT: rt.com
SEESAC: seesac.org
Sputnik: sputniknews.com
TASS = ITAR-TASS = TASS World Service = ITAR-TASS World Service: tass.com tass.ru
UN OCHA = OCHA: unocha.org reliefweb.int
UNDP: undp.org
UNHCR: unhcr.org
United Nations = UN: un.org
Voice of America = VOA: voanews.com glasamerike.net zeriamerikes.com
Washington Post: washingtonpost.com
Xinhua = Xinhua News Agency: xinhuanet.com news.cn
`;

const region = `
24 Chasa = 24 часа: 24chasa.bg
24.ba: 24.ba
24sata = 24 sata: 24sata.hr 24sata.rs
A2 CNN: a2news.com
Adevărul = Adevarul: adevarul.ro
AGERPRES: agerpres.ro
Agerpol: agerpol.ba
AKIpress: akipress.com
Albanian Daily News: albaniandailynews.com
Alfa.rs: alfa.rs
Alo = Alo!: alo.rs
Alsat = Alsat M: alsat.mk
Antena 3: antena3.ro
Antena M: antenam.net
ATA = Agjencia Telegrafike Shqiptare: ata.gov.al
ATV: atvbl.rs
Avaz = Dnevni avaz: avaz.ba
B92 = Б92: b92.net
Balkanweb: balkanweb.com
Beta: beta.rs betabriefing.com
BHRT: bhrt.ba
BIRN Kallxo = Kallxo: kallxo.com
Blic = Блиц: blic.rs
BNT: bnt.bg
BNR: bnr.bg
Bota Sot: botasot.info
bTV: btvnovinite.bg
BTA = БТА: bta.bg
Buka: 6yka.com
Capital: capital.ba capital.bg
CdM = Cafe del Montenegro: cdm.me
Censor.NET = Цензор.НЕТ: censor.net censor.net.ua
CIN: cin.ba
Cotidianul: cotidianul.md
Dan online: dan.co.me
Danas = Данас: danas.rs
Deschide.md: deschide.md
Detektor: detektor.ba
Digi24: digi24.ro
Dnevnik = Дневник: dnevnik.rs dnevnik.hr dnevnik.bg dnevnik.ba
Dukagjini: dukagjini.com
Ekspres = Express: gazetaexpress.com ekspres.net
Espreso: espreso.rs espreso.co.rs espreso.tv
Euronews Albania: euronews.al
Euronews Serbia: euronews.rs
Euromaidan Press = EuromaidanPress: euromaidanpress.com
FAKTI: fakti.org fakti.bg
Faktor: faktor.ba
FENA: fena.ba
Focus: focus-news.net
Fokus = Фокус: fokus.mk fokus.ba
Gazeta 24: gazeta24.al
Gazeta Shqip: gazeta-shqip.com
Gazeta Tema = Tema: gazetatema.net
Glas javnosti: glas-javnosti.rs
Glas Srpske: glassrpske.com
GlobalNews: globalnews.ba
gordonua.com: gordonua.com
Gradski.me: gradski.me
Hina: hina.hr
HotNews: hotnews.ro
HRT: hrt.hr
Hromadske = Громадське: hromadske.ua
Iliria Press: iliriapress.com
Indeksonline: indeksonline.net
Index = Index.hr: index.hr
Insajder: insajder.net
Insajderi: insajderi.org
Ipn = IPN: ipn.md
Jurnal.md: jurnal.md
Jutarnji list: jutarnji.hr
Južne vesti = Juzne vesti = Јужне вести: juznevesti.com
Kanal 5: kanal5.com.mk
Klan Kosova: klankosova.tv
Klix = Klix.ba: klix.ba
Kohavision = KTV = Koha = Koha Ditore: koha.net
Kossev = KoSSev: kossev.info
Kosovo Online = Kosovo online: kosovo-online.com
Kosovapress = KosovaPress: kosovapress.com
Kurir = Курир: kurir.rs kurir.mk
Kyiv Independent: kyivindependent.com
Kyiv Post: kyivpost.com
Lajmi: lajmi.net
Lapsi.al: lapsi.al
Libertatea: libertatea.ro
Lider: lider.com.mk
LIGA.net: liga.net
Makfax = Макфакс: makfax.com.mk
Mapo: mapo.al
Media Information Agency = МИА: mia.mk
MINA News: mina.news
Moldpres: moldpres.md
MemoryBook = Memorbook: memorybook.org.ua
Mondo: mondo.rs mondo.me mondo.ba
N1: n1info.rs n1info.ba n1info.hr n1info.com rs.n1info.com ba.n1info.com hr.n1info.com
Nacional: nacional.rs nacional.hr
Naša Niva = Наша Ніва = Nasha Niva: nashaniva.com
Naslovi: naslovi.net
Net.hr: net.hr
NewsMaker: newsmaker.md
News24: news24.al
Nezavisne novine = Nezavisne: nezavisne.com
Newsbomb: newsbomb.al
Nova = Nova S = Nova.rs: nova.rs
Nova TV: novatv.bg nova.bg
Nova Makedonija = Нова Македонија: novamakedonija.com.mk
Novi list: novilist.hr
Novinite: novinite.com
Novosti = Večernje novosti = Vecernje novosti = Вечерње новости: novosti.rs
NV: nv.ua
Objektiv: objektiv.rs
Observator: observatornews.ro
Ora News: oranews.tv
Oslobođenje = Oslobodjenje: oslobodjenje.ba
Panorama: panorama.com.al
Periskopi: periskopi.com
Plusinfo: plusinfo.mk
Pobjeda: pobjeda.me
Politika = Политика: politika.rs
Portal Analitika: portalanalitika.me
Pravda = Ukrainska Pravda = Українська правда: pravda.com.ua
Prishtina Insight: prishtinainsight.com
ProTV = Pro TV: stirileprotv.ro protv.ro protv.md
Publika = Publika TV: publika.md
Radio Kosova e Lirë: radiokosovaelire.com
Radio Moldova: radiomoldova.md
Radio Sarajevo: radiosarajevo.ba
RBC-Ukraine = РБК-Україна: rbc.ua
Report TV = Report-tv: report-tv.al
Reporter: reporter.al reporter.mk
România TV = Romania TV: romaniatv.net
RTCG: rtcg.me
RTK: rtklive.com rtk-live.com
RTRS: rtrs.tv
RTS = РТС: rts.rs
RTSH: rtsh.al
RTV = РТВ = RTV Vojvodina: rtv.rs
RTV21: rtv21.tv
Sarajevo Times: sarajevotimes.com
Scan TV: scantv.al
Shqiptarja.com = Shqiptarja: shqiptarja.com
Sinjali: sinjali.com
Sitel = Сител: sitel.com.mk
Sloboden pečat = Слободен печат = Sloboden pecat: slobodenpecat.mk
Slobodna Bosna: slobodna-bosna.ba
Slobodna Dalmacija: slobodnadalmacija.hr
SofiaGlobe: sofiaglobe.com
Sot: sot.com.al
Source = SOURCE.ba: source.ba
Srbin.info: srbin.info
Srna: srna.rs
Standard.al: standard.al
Suspilne = Суспільне: suspilne.media
Syri = Syri TV: syri.net
Tačno.net = Tacno: tacno.net
Tanjug: tanjug.rs
Telegraf = Телеграф: telegraf.rs
Telegrafi: telegrafi.com
Telma: telma.com.mk
Timpul: timpul.md
Tirana Post: tiranapost.al
Top Channel: top-channel.tv
Tribuna: tribuna.md tribuna.com
TV8: tv8.md
TVR: tvr.ro tvrinfo.ro
TSN = ТСН: tsn.ua
Ukrinform = Укрінформ: ukrinform.net ukrinform.ua
UNIAN = Unian = УНІАН: unian.ua unian.net unian.info
Unimedia: unimedia.info
Večer = Вечер = Vecer: vecer.mk
Večernji list = Vecernji list: vecernji.hr vecernji.ba
Veriu.info: veriu.info
Vesti: vesti.rs vesti.ua
Vijesti = Vijesti.me: vijesti.me
Vox News: voxnews.al
Vreme = Време: vreme.com
Zeri: zeri.info
Zhurnal = Журнал: zhurnal.mk
Ziarul de Gardă = Ziarul de Garda: zdg.md
ZN.UA = Дзеркало тижня: zn.ua
Zoom: zoomportal.com.mk
Zurnal = Žurnal: zurnal.info
360 stepeni = 360 степени: 360stepeni.mk
`;

const authorities = `
Police = Policija = Полиција = Policia = Poliția = Poliția Română = Поліція = Полиция
Albanian State Police = Policia e Shtetit: asp.gov.al
Border Police = Granična policija
Court = Sud = Суд = Gjykata
Customs = Carina = Царина = Dogana
General Inspectorate of Police of Moldova: politia.md
Kosovo Police = Policia e Kosovës: kosovopolice.org
Ministry of Interior = Ministry of the Interior = Ministry of Internal Affairs = Ministarstvo unutrašnjih poslova = Ministarstvo unutarnjih poslova = MUP = МУП = МВР = МВС = MVR: mup.gov.rs mup.gov.hr mvr.gov.mk mvr.bg mvs.gov.ua mai.gov.md mai.gov.ro
Ministry of Defence of Ukraine = Ministry of Defense of Ukraine: mil.gov.ua
National Police of Ukraine = Національна поліція України: npu.gov.ua
Philadelphia Police Department
Police Directorate of Montenegro = Uprava policije: upravapolicije.me
Prosecution = Prosecutor's office = Tužilaštvo = Тужилаштво = Prokuroria = Procuratura = Прокуратура
State Bureau of Investigation: dbr.gov.ua
`;

const listed = new Map<string, string>();
for (const line of `${international}${region}${authorities}`.split('\n')) {
  // A colon within a name has a blank after it as well, but no host.
  const [, names = '', hosts = ''] = /^(.*?)(?:: ((?:[a-z0-9.-]+\.[a-z]+(?: |$))+))?$/.exec(line) ?? [];
  const [name = '', ...others] = names.split(' = ');
  if (name === '') continue;
  for (const one of [name, ...others]) listed.set(one.toLowerCase(), name);
  for (const host of hosts.split(' ').filter(Boolean)) listed.set(host, host);
}

/** How a medium or authority of the list is published: its name, or its host; undefined for any other text. */
export function medium(text: string): string | undefined {
  const folded = text.trim().toLowerCase();
  return listed.get(folded) ?? listed.get(folded.replace(/^www\./, ''));
}

/** All that `medium` knows, for tests. */
export const listedMedia: ReadonlyMap<string, string> = listed;
