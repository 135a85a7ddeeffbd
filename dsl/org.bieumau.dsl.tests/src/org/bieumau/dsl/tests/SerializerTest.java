/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Library;
import org.bieumau.model.Paragraph;
import org.bieumau.model.TextRun;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.resource.SaveOptions;
import org.eclipse.xtext.serializer.ISerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerializerTest {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;

    private final ISerializer serializer = Bieu.INJECTOR.getInstance(ISerializer.class);

    static List<String> examples() {
        return Samples.ALL;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void whatIsUnchangedIsWrittenAsItWas(String example) {
        var text = Samples.joined(example);
        assertEquals(text, serializer.serialize(Bieu.parse(text)));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aModelWithoutTextGivesTextOfTheSameModel(String example) {
        var resource = Bieu.resource(Samples.joined(example));
        var expected = Bieu.dump(resource);
        var copy = (Library) EcoreUtil.copy(resource.getContents().get(0));
        var fresh = Bieu.resource("");
        fresh.getContents().clear();
        fresh.getContents().add(copy);
        var text = serializer.serialize(copy, SaveOptions.newBuilder().format().getOptions());
        assertEquals(expected, Bieu.dump(Bieu.resource(text)), text);
    }

    @Test
    void boldingAWordChangesOnlyItsCharacters() {
        var text = Samples.joined("quangngai-2021-dangky");
        var library = Bieu.parse(text);
        var run = EcoreUtil2.getAllContentsOfType(library, TextRun.class).stream()
                .filter(r -> r.getText().startsWith("Hiện nay, việc tiết kiệm")).findFirst().orElseThrow();
        var paragraph = (Paragraph) run.eContainer();
        var whole = run.getText();
        run.setText("Hiện nay, việc ");
        var bold = MODEL.createStyledRun();
        bold.setBold(true);
        bold.getRuns().add(text("tiết kiệm"));
        paragraph.getRuns().add(bold);
        paragraph.getRuns().add(text(whole.substring("Hiện nay, việc tiết kiệm".length())));
        assertEquals(text.replaceFirst("Hiện nay, việc tiết kiệm", "Hiện nay, việc **tiết kiệm**"), serializer.serialize(library));
    }

    private static TextRun text(String text) {
        var run = MODEL.createTextRun();
        run.setText(text);
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1. không phải số", "- không phải gạch", "nếu x:", "Điều 1. a", " đầu dòng", "cuối dòng ", "a*b [c] {d} ^{e} \\f", "'''"})
    void textThatLooksLikeMarksSurvives(String value) {
        var library = Bieu.parse("kế hoạch K { nội dung '''\n    một\n    hai\n''' }");
        EcoreUtil2.getAllContentsOfType(library, TextRun.class).get(0).setText(value);
        var text = serializer.serialize(library);
        var runs = EcoreUtil2.getAllContentsOfType(Bieu.parse(text), TextRun.class);
        assertEquals(List.of(value, "hai"), runs.stream().map(TextRun::getText).toList(), text);
    }
}
