//! Word, Writer and Excel documents, made here by hand.

use crate::files::{Files, docx, zip};

#[test]
fn word_documents_give_paragraphs_and_title() {
    let document = "<w:p><w:pPr><w:pStyle w:val=\"Titre\"/><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>Le pont tient</w:t></w:r></w:p>\
        <w:p><w:r><w:t xml:space=\"preserve\">Le </w:t></w:r><w:del><w:r><w:delText>vieux </w:delText></w:r></w:del><w:ins><w:r><w:t>pont</w:t></w:r></w:ins><w:r><w:tab/><w:t>a tenu\u{a0};</w:t><w:br/><w:t>demi</w:t><w:noBreakHyphen/><w:t>tour.</w:t></w:r></w:p>\
        <w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Cellule</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let article = Files::new(&[("a.docx", &docx(document, None))]).articles("a.docx").remove(0);
    assert_eq!(article.text, "Le pont tient\nLe pont\ta tenu\u{a0};\ndemi\u{2011}tour.\n\nCellule\n");
    assert_eq!((article.meta.title.as_deref(), &*article.id), (Some("Le pont tient"), "a.docx"));
    let core = "<cp:coreProperties xmlns:cp='a' xmlns:dc='b'><dc:title>Le pont ferme</dc:title></cp:coreProperties>";
    let text = "<w:p><w:r><w:t>Il ferme lundi.</w:t></w:r></w:p>";
    let article = Files::new(&[("b.docx", &docx(text, Some(core)))]).articles("b.docx").remove(0);
    assert_eq!(article.text, "Le pont ferme\n\nIl ferme lundi.\n");
    let several = "<w:p><w:r><w:t>Un.</w:t></w:r></w:p><w:p><w:r><w:t>======</w:t></w:r></w:p><w:p><w:r><w:t>Deux.</w:t></w:r></w:p>";
    assert_eq!(Files::new(&[("c.docx", &docx(several, None))]).articles("c.docx").len(), 2);
}

#[test]
fn writer_documents_give_paragraphs_and_title() {
    let content = "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:style='s'><office:automatic-styles><style:style style:name='P1' style:parent-style-name='Title'/></office:automatic-styles>\
        <office:body><office:text><text:tracked-changes><text:p>Retiré.</text:p></text:tracked-changes><text:p text:style-name='P1'>Le pont tient</text:p><text:p>Le<text:s text:c='2'/>pont\n   a tenu<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>.<text:line-break/>Oui.</text:p><text:p/><text:h>Suite</text:h></office:text></office:body></office:document-content>";
    let article = Files::new(&[("a.odt", &zip(&[("content.xml", content.as_bytes())]))]).articles("a.odt").remove(0);
    assert_eq!(article.text, "Le pont tient\nLe  pont a tenu.\nOui.\n\nSuite\n");
    assert_eq!(article.meta.title.as_deref(), Some("Le pont tient"));
}

#[test]
fn workbooks_are_tables() {
    let rels = "<Relationships><Relationship Id='rId7' Target='worksheets/sheet1.xml'/><Relationship Id='rId9' Target='/xl/worksheets/sheet2.xml'/></Relationships>";
    let book = "<workbook xmlns:r='r'><sheets><sheet name='Notes' sheetId='1' r:id='rId7'/><sheet name='Presse' sheetId='2' r:id='rId9'/></sheets></workbook>";
    let strings = "<sst><si><t>Titre</t></si><si><t>Texte</t></si><si><t>Date</t></si><si><r><t>Il </t></r><r><t>tient.</t></r></si><si><t>Journal</t></si></sst>";
    let notes = "<worksheet><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>à faire</t></is></c></row></sheetData></worksheet>";
    let sheet = "<worksheet><sheetData><row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='s'><v>1</v></c><c r='C2' t='s'><v>2</v></c><c r='E2' t='s'><v>4</v></c></row>\
        <row r='4'><c r='A4' t='inlineStr'><is><t>Le pont</t></is></c><c r='B4' t='s'><v>3</v></c><c r='C4' s='1'><v>43048.7</v></c><c r='E4' t='str'><f>1</f><v>La Gazette</v></c></row><row r='5'><c r='A5' t='inlineStr'><is><t>Vide</t></is></c></row></sheetData></worksheet>";
    let book = zip(&[
        ("xl/_rels/workbook.xml.rels", rels.as_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", notes.as_bytes()),
        ("xl/worksheets/sheet2.xml", sheet.as_bytes()),
    ]);
    let (articles, rejected) = Files::new(&[("a.xlsx", &book)]).read("a.xlsx");
    assert_eq!((articles.len(), rejected.len()), (1, 1));
    assert_eq!((&*articles[0].text, &*articles[0].id), ("Le pont\n\nIl tient.", "a.xlsx#1"));
    assert_eq!((articles[0].meta.date.as_deref(), articles[0].meta.outlet.as_deref()), (Some("2017-11-09"), Some("La Gazette")));
    assert_eq!(rejected[0].line, Some(5), "the row whose text is empty");
}
