/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.bieumau.core.internal.text.VietnameseText;

/**
 * A kind of file that the Studio and the command line create. The created file has no errors or warnings.
 *
 * @param id the name of its text in the folder <code>files</code>, and part of the message keys of its labels
 * @param fields the keys of the fields that the user fills in; the first one gives the file its name
 */
public record NewFile(String id, List<String> fields) {

    public static final NewFile FORM_TEMPLATE = new NewFile("maubieu", List.of("title", "label"));
    public static final NewFile PLAN = new NewFile("kehoach", List.of("subject", "agency", "place"));
    public static final NewFile REPORT = new NewFile("baocao", List.of("subject", "agency", "place"));
    public static final NewFile LETTER = new NewFile("congvan", List.of("subject", "agency", "place", "addressee"));

    public static final List<NewFile> ALL = List.of(FORM_TEMPLATE, PLAN, REPORT, LETTER);

    /**
     * Returns the text of the file.
     *
     * @param values the values of the fields by their keys; a missing value is empty
     */
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

    /**
     * Returns a file name for a title, without extension: its words in lower case without diacritics, joined by
     * hyphens, at most 40 characters.
     */
    public static String fileName(String title) {
        var name = VietnameseText.fold(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return name.length() <= 40 ? name : name.substring(0, 40).replaceAll("-[^-]*$", "");
    }
}
