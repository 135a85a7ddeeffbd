/* SPDX-License-Identifier: EPL-2.0 */
import org.bieumau.doc.internal.Documentation;

/** Reads a page of the documentation in each language. */
public final class Pages {

    public static void main(String[] arguments) {
        expectTitle("Trang Biểu", Documentation.page("vi", "studio/form"));
        expectTitle("The page Form", Documentation.page("en", "studio/form"));
    }

    private static void expectTitle(String title, String page) {
        if (!page.contains("# " + title + "\n")) {
            throw new IllegalStateException(page);
        }
    }
}
