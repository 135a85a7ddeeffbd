/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bieumau.model.Severity;

/**
 * A rule that files are checked against.
 *
 * @param id id in reports and options, such as <code>ND30-V.1a.size</code> or <code>MOTTO-TEXT</code>
 * @param code code of the problems that report it; the documentation explains it
 * @param source legal text that contains the rule, such as <code>PL1.V</code>; an empty string for practice
 * @param severity severity of a finding
 * @param title what the rule requires, in the language of the user
 */
public record CheckRule(String id, String code, String source, Severity severity, String title) {

    private static final Pattern APPENDIX = Pattern.compile("PL([123])(?:\\.(.+))?");
    private static final Pattern ARTICLE = Pattern.compile("ND30\\.Đ(\\d+)");

    /** Returns the place in the regulation in words, such as <code>Phụ lục I, mục II.4</code>. */
    public String place() {
        if (APPENDIX.matcher(source) instanceof Matcher appendix && appendix.matches()) {
            var name = "Phụ lục " + "I".repeat(Integer.parseInt(appendix.group(1)));
            return appendix.group(2) == null ? name : name + ", mục " + appendix.group(2);
        }
        return ARTICLE.matcher(source) instanceof Matcher article && article.matches()
                ? "Điều " + article.group(1)
                : source;
    }

    /** Returns whether no regulation contains the rule. */
    public boolean isPractice() {
        return source.isEmpty() || source.equals("-");
    }
}
