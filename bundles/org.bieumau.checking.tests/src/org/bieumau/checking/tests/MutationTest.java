/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.bieumau.checking.internal.Rules;
import org.bieumau.checking.report.CheckRule;
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
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each rule is tripped by one change of a good file, at its place, and no other rule with it; a change that just keeps
 * the rule trips none. What can be mended is mended, with the text of the good file.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MutationTest {

    @TempDir
    private static Path folder;

    private static final Set<String> TRIPPED = new TreeSet<>();

    private static Fixture fixture;
    private static LayoutProfile profile;
    private static final LocalDate DAY = LocalDate.of(2022, 12, 1);
    private final Mutations mutations = new Mutations(folder, TRIPPED);

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
                property == Property.ALIGNMENT ? other(look.alignment()) : look.alignment(),
                property == Property.FIRST_INDENT ? 5 : look.firstIndent(),
                0,
                0,
                property == Property.LINE_SPACING ? 2 : look.lineSpacing(),
                0,
                false,
                Set.of(),
                Set.of());
    }

    private static Look.Alignment other(Look.Alignment alignment) {
        return switch (alignment) {
            case JUSTIFY -> Look.Alignment.LEFT;
            case LEFT -> Look.Alignment.CENTER;
            case CENTER, RIGHT -> Look.Alignment.RIGHT;
        };
    }

    private static Path restyled(Path file, Line line, Look look, Property... properties) throws Exception {
        return fixture.amended(
                file, new Amendment.Restyle(line.paragraph().anchor(), Fixture.stored(line), look, Set.of(properties)));
    }

    private static Path retyped(Path file, Line line, String text) throws Exception {
        return fixture.amended(file, new Amendment.Retype(line.paragraph().anchor(), Fixture.stored(line), text));
    }

    private static List<Line> oneOfEachRole(List<Line> lines) {
        var roles = EnumSet.noneOf(Role.class);
        return lines.stream().filter(line -> roles.add(line.role())).toList();
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
                        file,
                        // A larger letterhead may not fit on one line any more.
                        "LETTERHEAD-WRAPPED");
            }
        }
        done(80);
    }

    @Test
    void sizesAtTheLimitsAreKept() throws Exception {
        for (var file : fixture.documents().values()) {
            for (var line : oneOfEachRole(lines(file, MutationTest::isPrescribed))) {
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
            for (var line : oneOfEachRole(lines(file, MutationTest::isPrescribed))) {
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
        done(120);
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
    void recipientsAreFlushLeft() throws Exception {
        for (var file : fixture.documents().values()) {
            for (var line :
                    lines(file, each -> each.role() == Role.RECIPIENT || each.role() == Role.RECIPIENTS_LABEL)) {
                mutations.expect(
                        style(line).id() + ".alignment",
                        line.paragraph().place(),
                        restyled(file, line, look(style(line), Property.ALIGNMENT), Property.ALIGNMENT),
                        file);
            }
        }
        done(6);
    }

    /** Roles whose first words are prescribed, so that capitals break another rule, too. */
    private static final Set<Role> BEGUN =
            EnumSet.of(Role.ADDRESSEE, Role.ADDRESSEE_ITEM, Role.LETTER_SUBJECT, Role.RECIPIENTS_LABEL);

    @Test
    void capitalsAreFoundWhereTheyAreNotDue() throws Exception {
        for (var file : fixture.documents().values()) {
            for (var line : lines(
                    file,
                    each -> isEmphasisRuled(each)
                            && !style(each).look().capitals()
                            && !BEGUN.contains(each.role())
                            && Rules.of(profile, DAY).containsKey(style(each).id() + ".case"))) {
                var stored = Fixture.stored(line);
                if (stored.length() > 8) {
                    mutations.expect(
                            style(line).id() + ".case",
                            line.paragraph().place(),
                            retyped(file, line, stored.toUpperCase(Locale.of("vi"))),
                            file);
                }
            }
        }
        done(8);
    }

    /** Rules of looks that these documents do not trip alone. */
    private static final Set<String> NOT_TRIPPED = Set.of(
            // The documents print the drafter in the archive line.
            "ND30-V.11.size",
            "ND30-V.11.slant",
            "ND30-V.11.weight",
            // The note is in a box, whose place is not checked.
            "ND30-V.13.alignment",
            // In capitals, the words before the text are wrong, too.
            "ND30-V.5b.case",
            "ND30-V.8a.case",
            "ND30-V.8b1.case",
            // The word and the number are automatic.
            "ND30-V.6a1.case",
            "ND30-V.6a3.case");

    @Test
    @Order(Integer.MAX_VALUE)
    void everyRuleOfLooksIsTripped() {
        var rules = new TreeSet<String>();
        Rules.of(profile, DAY).values().stream()
                .filter(rule -> rule.code().startsWith("LOOK-"))
                .map(CheckRule::id)
                .forEach(rules::add);
        assertTrue(rules.size() > 90, "rules: " + rules.size());
        rules.removeAll(TRIPPED);
        assertEquals(new TreeSet<>(NOT_TRIPPED), rules);
    }
}
