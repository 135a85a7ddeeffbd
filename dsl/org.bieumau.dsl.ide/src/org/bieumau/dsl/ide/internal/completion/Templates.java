/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.completion;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bieumau.dsl.ide.internal.completion.Proposal.Stop;

/** Templates of whole constructs, loaded from <code>templates.txt</code>. */
final class Templates {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    /**
     * Template of a construct.
     *
     * @param rule the grammar rule that contains its phrase
     * @param phrase the words it begins with
     * @param text the text, with <code>${…}</code> around each part to fill in
     */
    record Template(String rule, String phrase, String text) {

        Proposal proposal(int offset, int length, String indentation) {
            var result = new StringBuilder();
            var stops = new ArrayList<Stop>();
            var from = 0;
            var indented = text.replace("\n", "\n" + indentation);
            var places = PLACEHOLDER.matcher(indented);
            while (places.find()) {
                result.append(indented, from, places.start());
                stops.add(new Stop(result.length(), places.group(1).length()));
                result.append(places.group(1));
                from = places.end();
            }
            result.append(indented, from, indented.length());
            return new Proposal(
                    phrase + " …",
                    result.toString().strip(),
                    Proposal.Kind.TEMPLATE,
                    offset,
                    length,
                    result.toString(),
                    stops);
        }
    }

    static final List<Template> ALL = load();

    private Templates() {}

    static List<Template> of(String rule, String phrase) {
        return ALL.stream()
                .filter(each -> each.rule().equals(rule) && each.phrase().equals(phrase))
                .toList();
    }

    private static List<Template> load() {
        try (var in = new BufferedReader(
                new InputStreamReader(Templates.class.getResourceAsStream("templates.txt"), StandardCharsets.UTF_8))) {
            var templates = new ArrayList<Template>();
            for (var block : String.join("\n", in.lines().toList()).split("(?m)^# ")) {
                var end = block.indexOf('\n');
                var space = block.indexOf(' ');
                if (end > 0 && space > 0 && space < end && !block.startsWith("SPDX")) {
                    templates.add(new Template(
                            block.substring(0, space),
                            block.substring(space + 1, end).strip(),
                            block.substring(end + 1).stripTrailing()));
                }
            }
            return List.copyOf(templates);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
