/*
 * Words that are names too, but far oftener something else in what sources say of an incident. Those of English that the package of names
 * lists as words, and names of locations, regions, months and days, need not be here.
 */

const english = `
  art auto beer bill bins conn funk nail angel apple archer armor armory baker ball banks barber bear berry bishop black blood bond boy brand bridge brooks browning buck bullet bush
  butcher carbine car carpenter case cash castle chance chandler chapel chase child church clay coach cole cook copper
  court cross crow cruise daily day deer dick dock dollar drew east english father field fields fish fisher flowers ford forest
  fowler fox frank freed freeman friend friends gates general gentry glass glock gold good grant gray green greene guard gun gunn guns
  gunner hall hand hands harm haven hay heath herald hill hills hogan holder holy home hood hope house hunt hunter island
  jay jet job joy judge justice keen king kings knife knight lake land lane law lawyer leader lee light lines little lodge long love low
  major man marine mark market marks martial may mayor miner minor mountain nations new noble north nurse page park parks
  parson party peace penny police pond pool pope post potter power president price priest prince quick rain ranger rapid ray reading
  reporter reports rice rich rifle river rivers road rock rose rowe royal runner rush sailor sale sales sargent savage sawyer school security
  sergeant sharp shepherd sheriff ship shot shots singer skinner smart snow soldier south spark star state steel stock stone street
  strong student summer sun swan temple thorn tower town trader troy turner valley van victory virgin walker wall ward warden
  waters watts weaver webb weeks wells west wheeler white will wills winter winters wolf wood woods wounds wright young`;

/** Folded, as the list itself is. */
const region = `
  ance bara masa moma sam sami sali tita vita viva van von lux nova zrna zrno era bar beli bela bela bez bog brat brod buna car cara cela crna crni cvet cveta dan dana danas dara decak desna dete dobra dobro dom
  drug druga duga duka dusa ekipa gala gora gore grad gusa hrabri hrana ili jaki jama javor jelen jug jug kada kada kamen kada
  kapetan kara kobra kolar konda kosta kova kralj krava krvava kuca kum kuma lada laki lava lisica list lov lovac
  luka lutka mala mali mama maska mina mine mir mlad mladi moja more most moto muzika nada
  naselje nova novi ogan okrug orao ora osman otac ovca para park pet peti petar pisar plava pod pola pop porodica posta pozar
  prva prvi prva puska rad rada radio ratar rama rana raspad rat rata razbojnik reka rosa ruka ruzica sat sava selo senka sila
  sin sina sirota siva sklop slava sloboda smrt sokol sova spasa srna star stara stari straza sud suma suza tetka top   tuca uka vatra veca velika veliki ves vesna veza vid vida vila vojnik vojvoda volja vrana vuk zar zeka zena zima zmaj zora
  zlatna zlato zvezda jagoda visnja dunja lipa breza sina   shqiptar shqipe plumb
  bozic nozic vojnic crkva bucha uman dzur lozova sobor koval   baci bacau rus rosu negru albu`;

export const commonWords = `${english} ${region}`.trim().split(/\s+/);
