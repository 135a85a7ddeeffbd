/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bieumau.checking.CheckRule;
import org.bieumau.checking.internal.Rules;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Property;
import org.bieumau.core.profile.StyleRule;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.Amendment;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.bieumau.reading.internal.role.Seat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each rule is tripped by one change of a good file, at its place, and no other rule with it; a change that just keeps
 * the rule trips none. What can be mended is mended, with the text of the good file.
 */
class MutationTest {

    @TempDir
    private static Path folder;

    private static Fixture fixture;
    private static LayoutProfile profile;
    private static final LocalDate DAY = LocalDate.of(2022, 12, 1);
    private final Mutations mutations = new Mutations(folder);

    @BeforeAll
    static void export() throws Exception {
        fixture = new Fixture(folder);
        profile = Registry.installed().profile("nd30").orElseThrow();
    }

    private static StyleRule style(Line line) {
        return profile.style(line.role().component().orElseThrow(), DAY);
    }

    private static List<Line> lines(Path file, Predicate<Line> wanted) throws Exception {
        return Fixture.text(file)
                .lines()
                .filter(line -> line.paragraph().anchor() != null
                        && line.paragraph().runs().stream()
                                .anyMatch(run -> run.text().chars().anyMatch(Character::isLetter)))
                .filter(wanted)
                .toList();
    }

    private static Look look(StyleRule style, Property property) {
        var look = style.look();
        return new Look(
                property == Property.TYPEFACE ? "Arial" : look.typeface(),
                property == Property.SIZE ? style.sizeTo() + 2 : look.size(),
                (property == Property.BOLD) != look.bold(),
                (property == Property.ITALIC) != look.italic(),
                false,
                false,
                property == Property.COLOUR ? 0x0000FF : look.colour(),
                property == Property.ALIGNMENT ? Look.Alignment.LEFT : look.alignment(),
                property == Property.FIRST_INDENT ? 5 : look.firstIndent(),
                0,
                0,
                property == Property.LINE_SPACING ? 2 : look.lineSpacing(),
                0,
                false,
                Set.of(),
                Set.of());
    }

    private static Path restyled(Path file, Line line, Look look, Property... properties) throws Exception {
        return fixture.amended(
                file, new Amendment.Restyle(line.paragraph().anchor(), Fixture.stored(line), look, Set.of(properties)));
    }

    private static Path retyped(Path file, Line line, String text) throws Exception {
        return fixture.amended(file, new Amendment.Retype(line.paragraph().anchor(), Fixture.stored(line), text));
    }

    private static boolean isPrescribed(Line line) {
        return line.role().component().isPresent()
                && !style(line).id().equals("practice")
                && line.role() != Role.END_MARK
                && line.role() != Role.PAGE_TEXT
                && line.role() != Role.FOOTNOTE;
    }

    private void done(int least) {
        mutations.done();
        assertTrue(mutations.count() >= least, "mutations: " + mutations.count());
    }

    @Test
    void sizesBeyondTheRangeAreFound() throws Exception {
        for (var file : fixture.documents().values()) {
            for (var line : lines(file, MutationTest::isPrescribed)) {
                mutations.expect(
                        style(line).id() + ".size",
                        line.paragraph().place(),
                        restyled(file, line, look(style(line), Property.SIZE), Property.SIZE),
                        file);
            }
        }
        done(80);
    }

    @Test
    void sizesAtTheLimitsAreKept() throws Exception {
        for (var file : fixture.documents().values()) {
            for (var line : lines(file, MutationTest::isPrescribed)) {
                var style = style(line);
                for (var size : new TreeSet<>(List.of(style.sizeFrom(), style.sizeTo()))) {
                    var look = style.look().scaled(size / style.look().size());
                    mutations.expectNothing(restyled(file, line, look, Property.SIZE), style.id() + " " + size);
                }
            }
        }
        done(100);
    }

    private static boolean isEmphasisRuled(Line line) {
        return isPrescribed(line)
                && switch (line.role()) {
                    case ARTICLE, BODY, CLAUSE, CONTACT, DASH, PLUS, POINT -> false;
                    default -> true;
                };
    }

    @Test
    void wrongEmphasisIsFound() throws Exception {
        for (var file : fixture.documents().values()) {
            for (var line : lines(file, MutationTest::isEmphasisRuled)) {
                mutations.expect(
                        style(line).id() + ".weight",
                        line.paragraph().place(),
                        restyled(file, line, look(style(line), Property.BOLD), Property.BOLD),
                        file);
                mutations.expect(
                        style(line).id() + ".slant",
                        line.paragraph().place(),
                        restyled(file, line, look(style(line), Property.ITALIC), Property.ITALIC),
                        file);
            }
        }
        done(100);
    }

    @Test
    void otherTypefacesAndColoursAreFound() throws Exception {
        for (var file : fixture.documents().values()) {
            for (var line : lines(file, MutationTest::isPrescribed)) {
                mutations.expect(
                        "TEXT-TYPEFACE",
                        line.paragraph().place(),
                        restyled(file, line, look(style(line), Property.TYPEFACE), Property.TYPEFACE),
                        file);
                if (style(line).look().colour() == Look.BLACK) {
                    mutations.expect(
                            "TEXT-COLOUR",
                            line.paragraph().place(),
                            restyled(file, line, look(style(line), Property.COLOUR), Property.COLOUR),
                            file);
                } else {
                    mutations.expect(
                            style(line).id() + ".colour",
                            line.paragraph().place(),
                            restyled(file, line, look(style(line), Property.COLOUR), Property.COLOUR),
                            file);
                }
            }
        }
        done(150);
    }

    @Test
    void textsBesideTheMiddleAreFound() throws Exception {
        for (var file : fixture.documents().values()) {
            for (var line : lines(
                    file,
                    each -> isPrescribed(each)
                            && style(each).look().alignment() == Look.Alignment.CENTER
                            && each.role() != Role.ADDRESSEE
                            && each.role() != Role.CIRCULATION
                            && each.seat().region() != Seat.Region.BOX)) {
                mutations.expect(
                        style(line).id() + ".alignment",
                        line.paragraph().place(),
                        restyled(file, line, look(style(line), Property.ALIGNMENT), Property.ALIGNMENT),
                        file);
            }
        }
        done(30);
    }

    @Test
    void capitalsAreRequired() throws Exception {
        for (var file : fixture.documents().values()) {
            for (var line : lines(
                    file,
                    each -> isPrescribed(each)
                            && style(each).look().capitals()
                            // In lower case, it is another line of the subject.
                            && each.role() != Role.AUTHORITY_LINE)) {
                var stored = Fixture.stored(line);
                var small = stored.substring(0, 1) + stored.substring(1).toLowerCase(Locale.of("vi"));
                var plain = new Amendment.Restyle(
                        line.paragraph().anchor(),
                        stored,
                        look(style(line), Property.CAPITALS),
                        Set.of(Property.CAPITALS));
                mutations.expect(
                        style(line).id() + ".case",
                        line.paragraph().place(),
                        fixture.amended(
                                file,
                                plain,
                                new Amendment.Retype(line.paragraph().anchor(), stored, small)),
                        file);
            }
        }
        done(10);
    }

    // Spacing

    private static final Set<Role> PARAGRAPHS =
            EnumSet.of(Role.BASIS, Role.BODY, Role.CLAUSE, Role.POINT, Role.DASH, Role.PLUS, Role.ARTICLE);

    @Test
    void spacingOfTheTextIsChecked() throws Exception {
        for (var file : fixture.documents().values()) {
            for (var line : lines(file, each -> PARAGRAPHS.contains(each.role()))) {
                var place = line.paragraph().place();
                if (line.text().length() > 110) {
                    mutations.expect(
                            "TEXT-ALIGNMENT",
                            place,
                            restyled(file, line, look(style(line), Property.ALIGNMENT), Property.ALIGNMENT),
                            file);
                }
                mutations.expect(
                        "TEXT-INDENT",
                        place,
                        restyled(file, line, look(style(line), Property.FIRST_INDENT), Property.FIRST_INDENT),
                        file);
                mutations.expect(
                        "TEXT-SPACING",
                        place,
                        restyled(file, line, look(style(line), Property.LINE_SPACING), Property.LINE_SPACING),
                        file);
            }
        }
        done(60);
    }

    @Test
    void everyRuleOfLooksHasAMutation() {
        var rules = new LinkedHashSet<String>();
        for (CheckRule rule : Rules.of(profile, DAY).values()) {
            if (rule.code().startsWith("LOOK-")) {
                rules.add(rule.id());
            }
        }
        assertTrue(rules.size() > 90, "rules: " + rules.size());
    }
}
