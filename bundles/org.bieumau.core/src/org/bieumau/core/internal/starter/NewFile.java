/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.starter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.bieumau.core.internal.text.VietnameseText;

/** Names and texts of the files that the Studio and the command line create. */
public final class NewFile {

    private NewFile() {}

    /**
     * Returns the text of a form template to begin with, and of a form by it. It has no errors or warnings.
     *
     * @param label the number of the form; blank if it has none
     */
    public static String formTemplate(String title, String label) {
        return read("maubieu.bieu")
                .replace("${title}", quoted(title))
                .replace("${label}", label.isBlank() ? "" : "    số hiệu biểu " + quoted(label) + "\n");
    }

    /** Returns a file of the folder <code>files</code>. */
    static String read(String name) {
        try (var in = NewFile.class.getResourceAsStream("files/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the user typed as a text of the language: on one line, in quotation marks. */
    public static String quoted(String typed) {
        return '"'
                + VietnameseText.nfc(typed)
                        .strip()
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replaceAll("\\s*\\R\\s*", " ")
                + '"';
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
