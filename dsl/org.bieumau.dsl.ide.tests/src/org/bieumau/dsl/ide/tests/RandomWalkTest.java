/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.document.DetailFields;
import org.bieumau.dsl.ide.internal.document.Field;
import org.bieumau.dsl.ide.internal.document.SignatureFields;
import org.bieumau.dsl.ide.internal.live.LiveFile;
import org.bieumau.dsl.ide.internal.table.FormTable;
import org.bieumau.dsl.ide.internal.table.TableCommands;
import org.bieumau.dsl.ide.internal.typing.Typing;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.ColumnType;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.EmfFormatter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests random sequences of changes on the pages of a file, with undo and redo: the model matches the text, nothing is
 * thrown and no comment on a line of its own is lost.
 */
class RandomWalkTest {

    private static final int STEPS = 100;
    private static final List<String> WORDS = List.of(
            "Một",
            "hai ba",
            "\"trích\"",
            "…",
            "1.500.000",
            "05/4/2026",
            "X",
            "a\tb",
            "dòng\nhai",
            "- gạch\n- đầu dòng",
            "**đậm**",
            "[Lạ]",
            "{",
            "'''",
            "",
            "C:\\x",
            "Tiêu chuẩn Đo lường Chất lượng",
            "nghe\u0323");

    @TempDir
    private Path folder;

    private final Deque<List<TextEdit>> undo = new ArrayDeque<>();
    private final Deque<List<TextEdit>> redo = new ArrayDeque<>();
    private String text;
    private LiveFile file;
    private int refused;

    static List<String> documents() {
        return Examples.DOCUMENTS;
    }

    private interface Command {
        List<TextEdit> of(XtextResource resource) throws RefusedException;
    }

    @ParameterizedTest
    @MethodSource("documents")
    void randomChangesKeepTextAndModelEqual(String name) throws Exception {
        Examples.copyTo(folder);
        text = Files.readString(folder.resolve(name + ".bieu"))
                        .replaceAll("(?m)^(?=(dùng|viện dẫn|công văn|kế hoạch|báo cáo|biểu) )", "// lời $1\n")
                + "// cuối\n";
        var start = text;
        var comments = text.lines().filter(line -> line.startsWith("//")).toList();
        file = new LiveFile(folder.resolve(name + ".bieu"), text, List.of(), Registry.installed());
        var random = new Random(name.hashCode());
        for (int step = 0; step < STEPS; step++) {
            step(random);
            assertEquals(
                    text,
                    file.read(
                            resource -> resource.getParseResult().getRootNode().getText()));
            assertEquals(
                    comments, text.lines().filter(line -> line.startsWith("//")).toList(), () -> "lost a comment");
            if (step % 20 == 19) {
                var fresh = new LiveFile(folder.resolve(name + ".bieu"), text, List.of(), Registry.installed());
                assertEquals(fresh.read(RandomWalkTest::dump), file.read(RandomWalkTest::dump));
                assertEquals(codes(fresh), codes(file));
            }
        }
        while (!undo.isEmpty()) {
            revert(undo, redo);
        }
        assertEquals(start, text);
        assertTrue(refused < STEPS / 2, "refused: " + refused);
    }

    private static List<String> codes(LiveFile file) {
        return file.problems(() -> false).orElseThrow().stream()
                .map(issue -> issue.getCode() + "@" + issue.getOffset())
                .sorted()
                .toList();
    }

    private static String dump(XtextResource resource) {
        EcoreUtil.resolveAll(resource);
        return resource.getContents().isEmpty()
                ? ""
                : EmfFormatter.objToStr(resource.getContents().get(0));
    }

    private void step(Random random) {
        switch (random.nextInt(10)) {
            case 0 -> revert(undo, redo);
            case 1 -> revert(redo, undo);
            case 2 -> type(random);
            case 3, 4 -> field(random);
            default -> cell(random);
        }
    }

    private void make(Command command) {
        record Found(List<TextEdit> edits) {}
        var found = file.read(resource -> {
            try {
                return new Found(command.of(resource));
            } catch (RefusedException e) {
                refused++;
                return new Found(List.of());
            }
        });
        apply(found.edits());
    }

    /** Applies edits to the text and records them for undo. */
    private void apply(List<TextEdit> edits) {
        if (!edits.isEmpty()) {
            undo.push(change(edits));
            redo.clear();
        }
    }

    /** Applies edits as an editor does, the last first, and returns the edits that revert them. */
    private List<TextEdit> change(List<TextEdit> edits) {
        var inverse = new ArrayList<TextEdit>();
        var shift = 0;
        for (var edit : edits) {
            inverse.add(new TextEdit(
                    edit.offset() + shift,
                    edit.text().length(),
                    text.substring(edit.offset(), edit.offset() + edit.length())));
            shift += edit.text().length() - edit.length();
        }
        for (var edit : edits.reversed()) {
            text = TextEdit.apply(List.of(edit), text);
            file.edited(edit);
        }
        return inverse;
    }

    private void revert(Deque<List<TextEdit>> from, Deque<List<TextEdit>> to) {
        if (!from.isEmpty()) {
            to.push(change(from.pop()));
        }
    }

    /** Types a character, a quote or a line break within the text and undoes it if it causes a syntax error. */
    private void type(Random random) {
        var at = random.nextInt(text.length());
        if (text.substring(text.lastIndexOf('\n', at - 1) + 1, at).strip().startsWith("//")
                || text.startsWith("//", at)
                || text.startsWith("/", at)) {
            return;
        }
        var typed = List.of("a", "ế", "\"", "{", "\n", " ", "'").get(random.nextInt(7));
        apply(List.of(Typing.typed(text, at, typed).map(Typing::edit).orElse(new TextEdit(at, 0, typed))));
        if (file.read(resource -> resource.getParseResult().hasSyntaxErrors())) {
            revert(undo, redo);
        }
    }

    private void field(Random random) {
        var names = file.read(DetailFields::elements);
        if (names.isEmpty()) {
            return;
        }
        var name = names.get(random.nextInt(names.size()));
        if (random.nextInt(4) == 0) {
            signature(random, name);
            return;
        }
        var fields = file.read(resource -> DetailFields.of(resource, name));
        var field = fields.get(random.nextInt(fields.size()));
        var value = value(random, field);
        make(resource -> DetailFields.write(resource, name, field.id(), value));
    }

    private void signature(Random random, String name) {
        var signatures = file.read(resource -> SignatureFields.of(resource, name));
        var index = random.nextInt(signatures.size());
        switch (random.nextInt(5)) {
            case 0 -> make(resource -> SignatureFields.add(resource, name));
            case 1 -> make(resource -> SignatureFields.remove(resource, name, index));
            case 2 -> make(resource -> SignatureFields.move(resource, name, index, index - 1));
            default -> {
                var fields = signatures.get(index).fields();
                var field = fields.get(random.nextInt(fields.size()));
                var value = value(random, field);
                make(resource -> SignatureFields.write(resource, name, index, field.id(), value));
            }
        }
    }

    private static String value(Random random, Field field) {
        return switch (field.kind()) {
            case CHECK -> random.nextBoolean() ? Field.CHECKED : "";
            case CHOICE ->
                field.choices().isEmpty()
                        ? ""
                        : field.choices().get(random.nextInt(field.choices().size()));
            default -> WORDS.get(random.nextInt(WORDS.size()));
        };
    }

    private void cell(Random random) {
        var forms = file.read(FormTable::forms);
        if (forms.isEmpty()) {
            field(random);
            return;
        }
        var form = forms.get(random.nextInt(forms.size()));
        var table = file.read(resource -> FormTable.of(resource, form)).orElseThrow();
        var row = table.rows().isEmpty()
                ? null
                : table.rows().get(random.nextInt(table.rows().size())).id();
        var column = random.nextInt(table.columns().size());
        if (row == null) {
            make(resource -> new TableCommands(resource, form).add(null, 1));
            return;
        }
        switch (random.nextInt(8)) {
            case 0 -> make(resource -> new TableCommands(resource, form).add(row, 1 + random.nextInt(2)));
            case 1 ->
                make(resource -> new TableCommands(resource, form).delete(row.isHeading() ? List.of() : List.of(row)));
            case 2 -> make(resource -> new TableCommands(resource, form).copy(List.of(row)));
            case 3 -> make(resource -> new TableCommands(resource, form).move(row, random.nextBoolean() ? 1 : -1));
            default -> {
                if (table.columns().get(column).isEditable()) {
                    if (table.columns().get(column).type() == ColumnType.MARK) {
                        make(resource -> new TableCommands(resource, form).toggle(row, column));
                    } else {
                        var word = WORDS.get(random.nextInt(WORDS.size()));
                        make(resource -> new TableCommands(resource, form)
                                .write(List.of(new TableCommands.Change(row, column, word))));
                    }
                }
            }
        }
    }
}
