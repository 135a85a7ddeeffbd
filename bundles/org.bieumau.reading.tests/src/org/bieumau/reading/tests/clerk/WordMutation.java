/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.bieumau.reading.internal.shape.RowKind;
import org.w3c.dom.Element;

/** What Word adds to documents: tracked changes, controls, text boxes, runs that are cut. */
enum WordMutation implements Mutation {
    TRACKED_INSERTIONS {
        @Override
        boolean change(WordFile file, Random random) {
            return changeRuns(file, random, run -> {
                var inserted = Xml.element(file.document(), "<w:ins w:id=\"1\" w:author=\"A\"/>");
                Xml.before(inserted, run);
                inserted.appendChild(run);
            });
        }
    },
    /** The former text is still there, deleted. */
    TRACKED_DELETIONS {
        @Override
        boolean change(WordFile file, Random random) {
            return changeRuns(
                    file,
                    random,
                    run -> Xml.before(
                            Xml.element(
                                    file.document(),
                                    "<w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText>99</w:delText></w:r></w:del>"),
                            run));
        }
    },
    TRACKED_ROWS {
        @Override
        boolean change(WordFile file, Random random) {
            var row = Mutation.any(file.table.body(), random);
            if (file.table.isContinued(row)) {
                return false;
            }
            var deleted = row.singleCopy();
            deleted.kind = RowKind.HIDDEN;
            deleted.properties = Xml.element(file.document(), "<w:trPr><w:del w:id=\"3\" w:author=\"A\"/></w:trPr>");
            deleted.isDeleted = true;
            file.table.insertBefore(row, deleted);
            row.properties = Xml.element(file.document(), "<w:trPr><w:ins w:id=\"4\" w:author=\"A\"/></w:trPr>");
            return true;
        }
    },
    /** Each run is cut in two by a spelling mark. */
    CUT_RUNS {
        @Override
        boolean change(WordFile file, Random random) {
            return changeRuns(file, random, run -> {
                var texts = Xml.children(run, "w:t");
                if (texts.size() == 1 && texts.getFirst().getTextContent().length() > 1) {
                    var text = texts.getFirst().getTextContent();
                    var at = 1 + random.nextInt(text.length() - 1);
                    var rest = (Element) run.cloneNode(true);
                    texts.getFirst().setTextContent(text.substring(0, at));
                    Xml.children(rest, "w:t").getFirst().setTextContent(text.substring(at));
                    Xml.after(rest, run);
                    Xml.after(Xml.element(file.document(), "<w:proofErr w:type=\"spellStart\"/>"), run);
                }
            });
        }
    },
    CONTENT_CONTROLS {
        @Override
        boolean change(WordFile file, Random random) {
            return changeRuns(file, random, run -> {
                var control = Xml.element(file.document(), "<w:sdt><w:sdtPr/><w:sdtContent/></w:sdt>");
                Xml.before(control, run);
                Xml.child(control, "w:sdtContent").orElseThrow().appendChild(run);
            });
        }
    },
    TEXT_BOX_ABOVE {
        @Override
        boolean change(WordFile file, Random random) {
            file.addTextBox("Biểu này nộp trước ngày 15 hằng tháng");
            return true;
        }
    },
    /** A cell with a text contains a text box. */
    TEXT_BOX_IN_CELL {
        @Override
        boolean change(WordFile file, Random random) {
            var cell = (WordCell) Mutation.any(filled(file), random);
            cell.paragraphs()
                    .getFirst()
                    .appendChild(Xml.element(
                            file.document(),
                            "<w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent>"
                                    + "<w:p><w:r><w:t>sửa lại</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
                                    + "</w:pict></w:r>"));
            return true;
        }
    },
    /** The former text is struck out by hand, and the new one is next to it. */
    STRUCK_OUT {
        @Override
        boolean change(WordFile file, Random random) {
            return changeRuns(
                    file,
                    random,
                    run -> Xml.before(
                            Xml.element(
                                    file.document(),
                                    "<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space=\"preserve\">12 </w:t></w:r>"),
                            run));
        }
    },
    HIDDEN_TEXT {
        @Override
        boolean change(WordFile file, Random random) {
            return changeRuns(
                    file,
                    random,
                    run -> Xml.before(
                            Xml.element(file.document(), "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"), run));
        }
    },
    NESTED_TABLE {
        @Override
        boolean change(WordFile file, Random random) {
            var cell = (WordCell) Mutation.any(filled(file), random);
            cell.element()
                    .appendChild(Xml.element(
                            file.document(),
                            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>Phụ</w:t>"
                                    + "</w:r></w:p></w:tc></w:tr></w:tbl>"));
            cell.element().appendChild(file.document().createElement("w:p"));
            return true;
        }
    },
    HEADER_NOT_REPEATED {
        @Override
        boolean change(WordFile file, Random random) {
            file.table.rows(RowKind.HEADER, RowKind.NUMBERS).forEach(row -> row.properties = null);
            return true;
        }
    },
    /** Texts that one cell has in several paragraphs. */
    PARAGRAPHS {
        @Override
        boolean change(WordFile file, Random random) {
            filled(file)
                    .forEach(cell -> ((WordCell) cell)
                            .element()
                            .appendChild(file.document().createElement("w:p")));
            return true;
        }
    };

    @Override
    public boolean change(Paper paper, Random random) {
        return paper instanceof WordFile file && change(file, random);
    }

    abstract boolean change(WordFile file, Random random);

    private static List<Cell> filled(WordFile file) {
        return file.table.body().stream()
                .flatMap(row -> row.cells.stream())
                .filter(cell -> !cell.isEmpty())
                .toList();
    }

    /** Changes about half of the runs with values. */
    private static boolean changeRuns(WordFile file, Random random, Consumer<Element> change) {
        filled(file).stream()
                .filter(cell -> random.nextBoolean())
                .flatMap(cell -> ((WordCell) cell).runs().stream())
                .forEach(change);
        return true;
    }
}
