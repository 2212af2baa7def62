import { describe, expect, it } from 'vitest'
import { htmlToText } from '#src/inbox/extraction/html-text.ts'

describe('the text of an HTML body', () => {
  it.each([
    ['paragraphs are lines', '<p>Naam: Jan</p><p>Taal: Nederlands</p>', 'Naam: Jan\n\nTaal: Nederlands'],
    ['breaks are lines', 'Naam: Jan<br>Taal: Nederlands<BR/>Tolk: nee', 'Naam: Jan\nTaal: Nederlands\nTolk: nee'],
    [
      'cells of a row stand side by side',
      '<tr><td>Naam</td><td>Jan</td></tr><tr><td>Taal</td><td>nl</td></tr>',
      'Naam\tJan\n\nTaal\tnl',
    ],
    [
      'and do so when each holds a paragraph, as a word processor writes them',
      '<tr><td>\n <p>Naam</p>\n</td><td><div><p>Jan<o:p></o:p></p></div></td></tr><tr><td><p>Taal</p></td><td></td><td><p>x</p></td></tr>',
      'Naam\tJan\n\nTaal\t\tx',
    ],
    [
      'several paragraphs in a cell are lines',
      '<tr><td><p>Tolk</p></td><td><p>☐ ja</p><p>☒ nee</p></td></tr>',
      'Tolk\t☐ ja\n\n☒ nee',
    ],
    [
      'a table in a cell stays one of its own',
      '<tr><td><p>Intro</p></td><td><table><tr><td><p>Naam</p></td><td>Jan</td></tr></table></td></tr>',
      'Intro\n\nNaam\tJan',
    ],
    ['a gap between label and value stays one', '<p>Naam&nbsp;&nbsp; &nbsp; Jan&nbsp;Smit</p>', 'Naam   Jan Smit'],
    ['line ends of the source are spaces', '<p>Jan\n  de\r\nVries</p>', 'Jan de Vries'],
    ['line ends of preformatted text stay', '<pre>Naam: Jan\nTaal: nl</pre>', 'Naam: Jan\nTaal: nl'],
    ['bold is only text', '<b>Naam:</b> Jan <i>de</i> Vries', 'Naam: Jan de Vries'],
    ['named characters', 'Zo&euml; &amp; Ren&eacute;e &lt;3&nbsp;x', 'Zoë & Renée <3 x'],
    ['numbered characters', '&#74;&#x61;n &#x159;', 'Jan ř'],
    ['characters that do not exist', 'a&#0;b&#xD800;c&#9999999;d', 'a b c d'],
    ['unknown names stay as written', 'Jansen&co; R&D &', 'Jansen&co; R&D &'],
    ['styles are no text', '<style type="text/css">p { x }</style>Jan', 'Jan'],
    ['styles in capitals neither', '<STYLE>p { x }</STYLE>Jan', 'Jan'],
    [
      'what is crossed out',
      'Tolk: <s>ja</s>/ nee<del>x</del><span style="text-decoration: line-through">y</span>',
      'Tolk: / nee',
    ],
    [
      'boxes to tick',
      'Tolk: <input type="checkbox"> ja <input type=checkbox checked> nee <input type="text" value="x">',
      'Tolk: ☐ ja ☒ nee',
    ],
    [
      'boxes in a font of pictures',
      `<span style='font-family:Wingdings'>¨</span> ja <font face="Wingdings">þ</font> nee`,
      '☐ ja ☑ nee',
    ],
    ['scripts are no text', '<script>Naam: x</script>Jan<script src="a>b"></script>', 'Jan'],
    ['comments are no text', 'a<!-- Naam: x -->b<!--[if mso]><td>Naam</td><![endif]-->c', 'abc'],
    ['a title is no text', '<html><head><title>Naam: x</title></head><body>Jan</body></html>', 'Jan'],
    ['a doctype is no text', '<!DOCTYPE html><?xml version="1.0"?>Jan', 'Jan'],
    ['a bracket within quotes', '<a title="a > b">Jan</a>', 'Jan'],
    ['a bracket that is no tag', 'a < b, 3 <4', 'a < b, 3 <4'],
    ['tags of a word processor', '<o:p></o:p><p class=MsoNormal>Jan<o:p>&nbsp;</o:p></p>', 'Jan'],
    ['what is not displayed', '<p>Jan</p><div style="display:none">Tel: x</div><p>de Vries</p>', 'Jan\n\nde Vries'],
    ['nor what stands deeper in it', 'a<div style="display: NONE !important"><div>x</div>y</div>b', 'a b'],
    ['what is invisible', "a<span style='color:red;visibility : hidden;'>x</span>b", 'a b'],
    ['what is hidden', 'a<p hidden>x</p>b<p hidden="hidden">y</p>c', 'a b c'],
    ['what has no size', 'a<span style="font-size:0px">x</span><p style="font-size:11pt">b</p>', 'a\nb'],
    ['what a disguised style hides', 'a<i style="display&#58;/* */none">x</i>b', 'a b'],
    ['but what gets a size again', '<td style="font-size:0px"><p style="font-size:14px">Jan</p></td>', 'Jan'],
    ['and what only speaks of hiding', '<p title=" hidden " style="display:block">Jan</p><input hidden>!', 'Jan\n!'],
    ['hidden without an end', 'Jan<p style="display:none">x', 'Jan'],
    ['a tag that does not end', 'Jan <a href="x', 'Jan'],
    ['a script that does not end', 'Jan<script>Naam: x', 'Jan'],
    ['nothing', '', ''],
  ])('%s', (_, html, text) => {
    expect(htmlToText(html)).toBe(text)
  })
})
