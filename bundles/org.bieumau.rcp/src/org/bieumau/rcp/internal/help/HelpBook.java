/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.editor.internal.info.InfoPage;
import org.bieumau.editor.internal.pages.PagesPage;
import org.bieumau.editor.internal.prose.ProsePage;
import org.bieumau.editor.internal.template.TemplatePage;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.preferences.UserLanguage;

/** The topics of the help: texts beside this class, in the language of the user. */
public final class HelpBook {

    /** The topics, in the order in which one reads them. */
    public static final List<String> TOPICS = List.of(
            "batdau", "thongtin", "bieu", "mau", "vanban", "trang", "nguon", "ngonngu", "xuat", "goi", "phimtat");

    private HelpBook() {}

    /** What a topic is called. */
    public static String title(String topic) {
        return RcpMessages.ALL.text("help." + topic);
    }

    /** The text of a topic, as a form text. */
    public static String text(String topic) {
        try (var in = HelpBook.class.getResourceAsStream("book/" + UserLanguage.spoken() + "/" + topic + ".xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The topic about a page of the editor; null stands for no editor. */
    public static String about(String page) {
        return switch (page) {
            case null -> "batdau";
            case InfoPage.ID -> "thongtin";
            case GridPage.ID -> "bieu";
            case TemplatePage.ID -> "mau";
            case ProsePage.ID -> "vanban";
            case PagesPage.ID -> "trang";
            default -> "nguon";
        };
    }
}
