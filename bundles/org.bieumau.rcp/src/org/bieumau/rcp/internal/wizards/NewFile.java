/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.editor.internal.template.TemplatePage;

/**
 * What a wizard makes: a file that is right as it stands.
 *
 * @param id the name of its text below <code>files</code>, and of its labels
 * @param fields what the user is asked for, by key; the first gives the name of the file
 */
public record NewFile(String id, List<String> fields) {

    public static final NewFile FORM_TEMPLATE = new NewFile("maubieu", List.of("title", "label"));
    public static final NewFile PLAN = new NewFile("kehoach", List.of("subject", "agency", "place"));
    public static final NewFile REPORT = new NewFile("baocao", List.of("subject", "agency", "place"));
    public static final NewFile LETTER = new NewFile("congvan", List.of("subject", "agency", "place", "addressee"));

    public static final List<NewFile> ALL = List.of(FORM_TEMPLATE, PLAN, REPORT, LETTER);

    /** The page of the editor on which one goes on. */
    public String page() {
        return this == FORM_TEMPLATE ? TemplatePage.ID : ProsePage.ID;
    }

    /** The text of the file with what the user has said. */
    public String text(Map<String, String> values) {
        try (var in = NewFile.class.getResourceAsStream("files/" + id + ".bieu")) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("${year}", Year.now().toString());
            for (var field : fields) {
                var value = VietnameseText.nfc(values.getOrDefault(field, ""))
                        .strip()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"");
                text = text.replace("${" + field + "}", value);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name for the file: the words without diacritics, with dashes. */
    public static String fileName(String title) {
        var name = VietnameseText.fold(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return name.length() <= 40 ? name : name.substring(0, 40).replaceAll("-[^-]*$", "");
    }
}
