/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.StyleRule;
import org.bieumau.core.source.Amendment;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.model.DocumentType;
import org.bieumau.reading.internal.document.DocumentReading;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.role.RoledText.Piece;

/**
 * A file with what was recognised in it and the rules that hold for it.
 *
 * @param path the file as the user gave it
 */
record CheckedFile(String path, DocumentReading reading, LayoutProfile profile, LocalDate day) {

    RoledText text() {
        return reading.text();
    }

    DocumentType type() {
        return reading.document().getType();
    }

    List<PageStart> sections() {
        return text().sections();
    }

    /** Returns the lines of the document itself, without its appendices and copies. */
    Stream<Line> main() {
        return text().lines().filter(line -> line.part() == 0);
    }

    List<Line> lines(Role role) {
        return text().lines(0, role);
    }

    Optional<Line> first(Role role) {
        return lines(role).stream().findFirst();
    }

    /** Returns whether a part is an attached form, which has looks of its own. */
    boolean isForm(int part) {
        return part > 0
                && text().lines(part, Role.APPENDIX_LABEL).isEmpty()
                && text().lines(part, Role.COPY_FORM).isEmpty();
    }

    /** Returns the pieces of the document itself. */
    List<Piece> pieces() {
        return text().part(0);
    }

    String rule(Key key) {
        return profile.text(key, day, type());
    }

    double number(Key key) {
        return profile.number(key, day);
    }

    List<Double> numbers(Key key) {
        return profile.numbers(key, day);
    }

    List<String> words(Key key) {
        return profile.words(key, day);
    }

    StyleRule style(Component component) {
        return profile.style(component, day);
    }

    /** Returns the stored text of a line, without its automatic number. */
    static String stored(Line line) {
        var text = new StringBuilder();
        for (Run run : line.paragraph().runs()) {
            text.append(run.text());
        }
        return text.toString();
    }

    /** Returns the change of the stored text of a line; none if the text stays, or the file cannot be amended. */
    static List<Amendment> retype(Line line, UnaryOperator<String> change) {
        var anchor = line.paragraph().anchor();
        var old = stored(line);
        var text = change.apply(old);
        return anchor == null || text.equals(old) ? List.of() : List.of(new Amendment.Retype(anchor, old, text));
    }
}
