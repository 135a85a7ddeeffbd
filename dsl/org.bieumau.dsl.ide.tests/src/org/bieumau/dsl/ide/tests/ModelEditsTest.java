/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Cell;
import org.bieumau.model.Column;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.Paragraph;
import org.bieumau.model.TextRun;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.EmfFormatter;
import org.junit.jupiter.api.Test;

/** Tests that a change of the model becomes the smallest edit of the text, and that the text then matches the model. */
class ModelEditsTest {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;

    private static final String TEXT = """
            // Đầu tệp.
            cơ quan S "Sở" { viết tắt "S" }   // cuối dòng

            mẫu biểu M "MẪU" {
                cột tên "Tên": chữ   // tên đầy đủ
                nhóm loại "Loại", chọn đúng một {
                    cột cũ "Cũ": đánh dấu
                    cột mới "Mới":   đánh dấu
                }
                /* hai dòng
                   của một lời */
                cột tiền "Tiền": số tiền
                cột nộiDung: nhiều đoạn
            }

            // Biểu của năm.
            biểu B lập theo mẫu M {
                kỳ 2022
                dòng "An" { cũ X   tiền 65.000.000 }   // dòng một
                // giữa hai dòng
                dòng "Bình" {
                    mới X
                    nộiDung '''
                        1. Tiết kiệm điện trong cơ quan
                        2. Vận động
                    '''
                }
            }
            """;

    private static XtextResource resource(String text) {
        return Files.right(text);
    }

    private static String dump(Library library) {
        EcoreUtil.resolveAll(library);
        return EmfFormatter.objToStr(library);
    }

    /** Returns the text after a change and asserts that it matches the changed model. */
    private static String changed(String text, Consumer<Library> change) throws RefusedException {
        var resource = resource(text);
        var expected = (Library) resource(text).getContents().get(0);
        change.accept(expected);
        var result = TextEdit.apply(new ModelEdits(resource).of(change), text);
        assertEquals(
                dump(expected), dump((Library) resource(result).getContents().get(0)), result);
        return result;
    }

    private static <T extends org.eclipse.emf.ecore.EObject> T find(Library library, Class<T> type, int index) {
        return EcoreUtil2.getAllContentsOfType(library, type).get(index);
    }

    private static Entry entry(Library library, int index) {
        return find(library, Entry.class, index);
    }

    private static Cell mark(Library library, String column) {
        var cell = MODEL.createCell();
        cell.setColumn(column(library, column));
        cell.setValue(MODEL.createMarkValue());
        return cell;
    }

    private static Column column(Library library, String name) {
        return EcoreUtil2.getAllContentsOfType(library, Column.class).stream()
                .filter(each -> name.equals(each.getName()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void unchangedModelGivesNoEdit() throws Exception {
        assertEquals(List.of(), new ModelEdits(resource(TEXT)).of(library -> {}));
    }

    @Test
    void onlyChangedCharactersOfAValueAreEdited() throws Exception {
        assertEquals(
                TEXT.replace("\"An\"", "\"Anh\""),
                changed(TEXT, library -> entry(library, 0).setTitle("Anh")));
        assertEquals(
                TEXT.replace("65.000.000", "66.000.000"),
                changed(
                        TEXT,
                        library -> ((org.bieumau.model.NumberValue)
                                        entry(library, 0).getCells().get(1).getValue())
                                .setNumber(new BigDecimal(66_000_000))));
        var edits =
                new ModelEdits(resource(TEXT)).of(library -> entry(library, 0).setTitle("Anh"));
        assertEquals(List.of(new TextEdit(TEXT.indexOf("An\" {") + 2, 0, "h")), edits);
    }

    @Test
    void boldWordInsertsFourStars() throws Exception {
        Consumer<Library> bold = library -> {
            var run = EcoreUtil2.getAllContentsOfType(library, TextRun.class).stream()
                    .filter(each -> each.getText().startsWith("Tiết kiệm"))
                    .findFirst()
                    .orElseThrow();
            var paragraph = (Paragraph) run.eContainer();
            var rest = run.getText().substring("Tiết kiệm điện".length());
            run.setText("Tiết kiệm ");
            var styled = MODEL.createStyledRun();
            styled.setBold(true);
            var word = MODEL.createTextRun();
            word.setText("điện");
            styled.getRuns().add(word);
            var tail = MODEL.createTextRun();
            tail.setText(rest);
            paragraph.getRuns().addAll(List.of(styled, tail));
        };
        assertEquals(TEXT.replace("điện", "**điện**"), changed(TEXT, bold));
        assertEquals(
                4,
                new ModelEdits(resource(TEXT))
                        .of(bold).stream()
                                .mapToInt(edit -> edit.text().length() + edit.length())
                                .sum());
    }

    @Test
    void markIsSetAndRemoved() throws Exception {
        assertEquals(
                TEXT.replace("{ cũ X   tiền", "{ tiền"),
                changed(TEXT, library -> entry(library, 0).getCells().remove(0)).replace("{   tiền", "{ tiền"));
        assertEquals(
                TEXT.replace("tiền 65.000.000 }", "tiền 65.000.000 mới X }"),
                changed(TEXT, library -> entry(library, 0).getCells().add(mark(library, "mới"))));
    }

    @Test
    void rowsAreAddedAfterCommentsAndRemovedWithTheirLines() throws Exception {
        var added = changed(TEXT, library -> {
            var row = MODEL.createEntry();
            row.setTitle("Chi");
            row.getCells().add(mark(library, "cũ"));
            find(library, Form.class, 0).getEntries().add(1, row);
        });
        assertEquals(TEXT.replace("// dòng một\n", "// dòng một\n    dòng \"Chi\" { cũ X }\n"), added);
        var removed = changed(
                TEXT, library -> find(library, Form.class, 0).getEntries().remove(0));
        assertEquals(TEXT.replaceFirst("(?m)^    dòng \"An\".*\n", ""), removed);
    }

    /** Nested elements are indented to the depth of the surrounding lines. */
    @Test
    void addedNestedElementIsIndentedAsItsSiblings() throws Exception {
        var sections = TEXT.replace(
                        "    cột nộiDung: nhiều đoạn\n", "    cột nộiDung: nhiều đoạn\n    lĩnh vực tự đặt\n")
                .replaceFirst(
                        "(?s)    dòng \"An\".*",
                        "    lĩnh vực \"Một\" {\n        dòng \"An\" {\n            cũ X\n        }\n    }\n}\n");
        var text = changed(sections, library -> {
            var row = MODEL.createEntry();
            row.setTitle("Chi");
            find(library, org.bieumau.model.Section.class, 0).getEntries().add(row);
        });
        assertEquals(sections.replace("        }\n    }\n}", "        }\n        dòng \"Chi\"\n    }\n}"), text);
    }

    /** A row, or a part of a row, is changed without a copy of all other rows. */
    @Test
    void changedRowEditsOnlyItsLines() throws Exception {
        var sections = TEXT.replace(
                        "    cột nộiDung: nhiều đoạn\n", "    cột nộiDung: nhiều đoạn\n    lĩnh vực tự đặt\n")
                .replaceFirst(
                        "(?s)    dòng \"An\".*",
                        "    lĩnh vực \"Một\" {\n        dòng \"An\" { cũ X } // lời\n        dòng \"Bình\" { mới X }\n    }\n}\n");
        for (var text : List.of(TEXT, sections)) {
            var resource = resource(text);
            var library = (Library) resource.getContents().get(0);
            var edits = new ModelEdits(resource).of(entry(library, 1), row -> row.setTitle("Bính"));
            assertEquals(text.replace("\"Bình\"", "\"Bính\""), TextEdit.apply(edits, text));
            var cell = entry(library, 0).getCells().get(0);
            var marked = new ModelEdits(resource).of(cell, each -> each.setColumn(column(library, "mới")));
            assertEquals(text.replaceFirst("cũ X", "mới X"), TextEdit.apply(marked, text));
            assertEquals(1, resource.getResourceSet().getResources().size());
        }
        var resource = resource(TEXT);
        var agency = ((Library) resource.getContents().get(0)).getElements().get(0);
        var edits = new ModelEdits(resource).of(agency, each -> each.setName("S2"));
        assertEquals(TEXT.replace("cơ quan S ", "cơ quan S2 "), TextEdit.apply(edits, TEXT));
    }

    @Test
    void columnsAreAddedAndFlagsAreSetAndRemoved() throws Exception {
        assertEquals(
                TEXT.replace("\"Tên\": chữ ", "\"Tên\": chữ, bắt buộc "),
                changed(TEXT, library -> column(library, "tên").setRequired(true)));
        var required = TEXT.replace("\"Tên\": chữ ", "\"Tên\": chữ,   bắt   buộc ");
        assertEquals(TEXT, changed(required, library -> column(library, "tên").setRequired(false)));
        var text = changed(TEXT, library -> {
            var column = MODEL.createColumn();
            column.setName("hạn");
            column.setType(org.bieumau.model.ColumnType.DATE);
            find(library, FormTemplate.class, 0).getItems().add(column);
        });
        assertEquals(TEXT.replace("nhiều đoạn\n", "nhiều đoạn\n    cột hạn: ngày\n"), text);
    }

    @Test
    void elementsAreAddedAndRemoved() throws Exception {
        var text = changed(TEXT, library -> {
            var agency = MODEL.createAgency();
            agency.setName("P");
            agency.setTitle("Phòng");
            library.getElements().add(1, agency);
        });
        assertEquals(TEXT.replace("// cuối dòng\n", "// cuối dòng\n\ncơ quan P \"Phòng\"\n"), text);
        var without = changed(TEXT, library -> library.getElements().remove(2));
        assertTrue(
                without.startsWith(TEXT.substring(0, TEXT.indexOf("// Biểu"))) && !without.contains("biểu B"), without);
    }

    @Test
    void textWithErrorsIsNotChanged() {
        var resource = Files.any("biểu {{");
        assertThrows(RefusedException.class, () -> new ModelEdits(resource).of(library -> library.setName("x")));
        assertEquals(1, resource.getResourceSet().getResources().size());
    }

    /** After each of a sequence of random changes, no comment is lost and text and model match. */
    @Test
    void randomChangesKeepTextAndModelEqual() throws Exception {
        var random = new Random(7);
        var text = TEXT;
        for (int step = 0; step < 200; step++) {
            var kind = random.nextInt(6);
            var at = random.nextInt(100);
            var number = step;
            var before = comments(text);
            text = changed(text, library -> {
                var form = find(library, Form.class, 0);
                var row = form.getEntries().isEmpty()
                        ? null
                        : form.getEntries().get(at % form.getEntries().size());
                switch (kind) {
                    case 0 -> {
                        var fresh = MODEL.createEntry();
                        fresh.setTitle("Dòng " + number);
                        form.getEntries().add(at % (form.getEntries().size() + 1), fresh);
                    }
                    case 1 ->
                        column(library, "tên")
                                .setRequired(!column(library, "tên").isRequired());
                    case 2 -> {
                        if (row != null) {
                            row.setTitle("Tên «" + number + "»");
                        }
                    }
                    case 3 -> {
                        if (row != null) {
                            var marks = row.getCells().stream()
                                    .filter(cell -> cell.getColumn().getName().equals("cũ"))
                                    .toList();
                            if (!row.getCells().removeAll(marks)) {
                                row.getCells().add(0, mark(library, "cũ"));
                            }
                        }
                    }
                    case 4 -> form.setPeriod(Integer.toString(2000 + number));
                    default -> column(library, "mới").setTitle("Mới " + number);
                }
            });
            assertEquals(before, comments(text), text);
        }
    }

    private static List<String> comments(String text) {
        return Pattern.compile("//.*|(?s)/\\*.*?\\*/")
                .matcher(text)
                .results()
                .map(found -> found.group().strip())
                .sorted()
                .toList();
    }
}
