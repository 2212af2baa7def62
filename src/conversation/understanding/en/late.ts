import type { Entry } from '../lexicon.ts'

/** What holds up on the way: why, and that it is later. */
export const traffic: readonly string[] = [
  'stuck in ?the/heavy/some/a traffic/jam/queue/roadworks',
  'traffic jam/jams/accident',
  'in ?a/heavy/the traffic',
  'traffic is/was ?really/so/very/absolutely/at bad/terrible/awful/crazy/heavy/mental/standstill/slow/insane',
  'bus/train/tram/metro/subway ?is/was/got/has/are/running/were ?running/been/again/just/so/a/still ?little/bit/so delayed/late/stuck/behind',
  'delay/delays on/with ?the/my train/trains/bus/tram/metro/line/road/motorway',
  'train/trains/bus/tram/metro delay/delays',
  'motorway/highway/road/bridge/tunnel ?is/are/was ?at/completely/still ?a closed/blocked/standstill/stuck/jammed/open/flooded',
  'bus/train/tram ?is/was ?too full',
  'bus/train/tram did/just/didnt ?not drove/stop/passed/stopped ?past/by',
]

/** Coming, but later than planned. */
export const late: readonly string[] = [
  ...traffic,
  'be/am there * missed ?the/my bus/train/tram/connection',
  'missed ?the/my bus/train/tram/connection * be/am there',
  'be/am/im/running/run/gonna/is/arrive/coming/come/are/were/ill ?be/gonna/going/still/also/probably/maybe/there/sorry ?to ?be ?a/about/like/around/roughly ?few/bit/little/tad/5/10/15/20/30/five/ten/fifteen/twenty/half/couple/quarter ?an/of/minutes/mins/min/hour late/delayed/later',
  'a/bit/little/few/be/being/running/slightly/already/somewhat/tad ?bit/little/behind late/delayed',
  'minutes/mins/min/hour/minute/hours late/later/delay/delayed/behind',
  'late/later ?by/with/about/for ?about/like/a ?few/5/10/15/20/30 minutes/mins/min/hour',
  'late because/cause/cuz/coz/due',
  'sorry ?im/i ?am late',
  'running behind/late',
  'will/gonna/might/may/ill/could arrive/come/be ?there ?a ?bit/little later/late',
  'come/arrive/arriving/coming/be/there ?a/there ?bit/little later than',
  'later than planned/expected/agreed/scheduled',
  'not be/make/going/gonna ?to/it ?be/make ?it ?there on/in time',
  'wont/cant/dont be/make/get ?it ?there on/in time',
  'wont be on time',
  'still ?on/in/at/driving/waiting/looking ?the/for/a/my way/bus/train/parking/traffic/bus ?but/now late/delayed',
  'just/only/now ?left/leaving/about/woke/now ?to ?the left/leaving/leave ?home/house/now',
  'leaving/left ?home/house/the now/just/late/minutes/later',
  'wait for me',
  'hold ?my/the on/spot/place/slot',
  'missed ?the/my bus/train/tram/metro/connection/stop ?so/but/i/next/will/ill/be/waiting/the/taking ?i/the/will/ill/one/be/am/for ?will/take/am/be/next/one next/late/later/coming/minutes/there/way/take',
  'next bus/train/tram/one is/comes/will/in/leaves',
  'taking/take/get/catch/took/waiting/wait ?for the next bus/train/tram/one',
  'looking/searching ?still/for for/a/to ?a parking/park/parkingspot',
  'cant/cannot find ?a/any parking/spot',
  'wrong bus/train/tram/stop/platform/direction',
  'got/am/im/getting/we/are ?a/bit/little ?bit lost',
  'give/need me ?a/another/just ?few/5/10/15/20/couple ?more minutes/mins/min',
  'eta is/about/around',
  'be/arrive there around/after/by/about/before 9/10/11/12/13/14/15/16/half/quarter',
  'be there half/quarter ?past/to/hour',
  'be there ?in in/within ?about/a/like ?few 5/10/15/20/25/30/40/minutes/an/half/five/ten/fifteen/twenty/couple',
  'nearly/almost there',
]

export const lateEntry: Entry = { means: 'late', sure: late, likely: ['late', 'delayed', 'delay'] }
