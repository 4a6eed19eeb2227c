import { tokens } from '#look'

const { n0, n1, n7, brand } = tokens.colour

/** Style sheet of the HTML page: official paper on a screen; on A4 when printed, tables whole where they fit. */
export const pageStyle = `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;background:${n0};color:${n7};font:17px/1.8 "FangSong","FangSong_GB2312","STFangsong","Noto Serif CJK SC","Noto Serif SC","Songti SC","SimSun",serif}
main{max-width:58rem;margin:0 auto;padding:2rem 1.25rem 4rem}
h1{font:700 1.75rem/1.5 "FZXiaoBiaoSong-B05S","Noto Serif CJK SC","Noto Serif SC","Songti SC","SimSun",serif;text-align:center;text-wrap:balance;margin:0 0 2rem}
h2{font:700 1.15rem/1.6 "SimHei","Heiti SC","Noto Sans CJK SC","Noto Sans SC",sans-serif;margin:2rem 0 .75rem}
p{margin:0 0 .5rem;text-indent:2em;overflow-wrap:anywhere}
p b{font-weight:700;font-family:"KaiTi","KaiTi_GB2312","STKaiti","Noto Serif SC",serif}
p.signature{text-align:right;text-indent:0;padding-right:2em}
h2~p.signature:first-of-type{margin-top:2rem}
.frame{position:relative;overflow-x:auto;margin:1rem 0}
.frame:focus-visible{outline:3px solid ${brand};outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.5;font-variant-numeric:tabular-nums}
table.requests{min-width:46rem}
table.challenges{min-width:40rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{border:1px solid ${n7};padding:.3em .4em;text-align:center;vertical-align:middle}
th{font-weight:400;text-wrap:balance}
th.caption{font-weight:700;background:${n1}}
thead th{background:${n1}}
.left{text-align:left}
@page{size:A4;margin:37mm 26mm 35mm 28mm}
@media print{
body{font-size:12pt}
main{max-width:none;padding:0}
.frame{overflow:visible}
table,table.requests,table.challenges{min-width:0;font-size:9pt;line-height:1.3;break-inside:avoid}
th,td{padding:.2em .3em}
table.proactive{font-size:11pt}
tr{break-inside:avoid}
h2{break-after:avoid}
thead th,th.caption{background:none}
}
`
