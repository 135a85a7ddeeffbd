/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.bieumau.checking.report.CheckFinding;
import org.bieumau.checking.report.FileReport;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.Amendment;
import org.bieumau.core.spi.Progress;
import org.bieumau.testing.ZipParts;

/** Checks changed files: each trips one rule and can be mended, or none. */
final class Mutations {

    private final Path folder;
    private final List<String> failures = new ArrayList<>();
    private int count;

    private final Set<String> tripped;

    /** @param tripped receives the rules that a mutation trips */
    Mutations(Path folder, Set<String> tripped) {
        this.folder = folder;
        this.tripped = tripped;
    }

    /** Expects one finding of a rule at a place, and that mending it leaves none. */
    void expect(String rule, Place place, Path mutated, Path original) throws Exception {
        expect(rule, place, mutated, original, "");
    }

    /** @param consequence a rule that the mutation may trip, too */
    void expect(String rule, Place place, Path mutated, Path original, String consequence) throws Exception {
        count++;
        tripped.add(rule);
        var report = Fixture.check(mutated);
        var found = report.findings().stream()
                .filter(finding -> !finding.rule().id().equals(consequence))
                .map(finding ->
                        finding.rule().id() + " at " + finding.problem().place().position())
                .toList();
        var expected = rule + " at " + (place == null ? "" : place.position());
        if (!found.equals(List.of(expected))) {
            failures.add("expected " + expected + " but found "
                    + report.findings().stream()
                            .map(finding -> finding.rule().id() + " " + finding.problem())
                            .toList());
            return;
        }
        mend(report, original);
    }

    private void mend(FileReport report, Path original) throws Exception {
        var finding = report.findings().getFirst();
        if (finding.repair() == Repair.BY_HAND) {
            return;
        }
        var copy = folder.resolve("mended.docx");
        var mending = Fixture.CHECK.mend(report, EnumSet.of(Repair.SAFE, Repair.GUARDED), copy, Progress.NONE);
        if (!mending.isWritten() || !mending.after().findings().isEmpty()) {
            failures.add("not mended: " + finding.problem() + ", left: "
                    + mending.after().findings());
            return;
        }
        if (!text(copy).equals(text(original))) {
            failures.add("another text after mending: " + finding.problem());
        }
        compareParts(report.file(), copy, finding);
    }

    /** Parts that the mending does not name are the same, byte for byte. */
    private void compareParts(Path mutated, Path mended, CheckFinding finding) throws Exception {
        var before = ZipParts.read(Files.readAllBytes(mutated));
        var after = ZipParts.read(Files.readAllBytes(mended));
        var changed = new TreeSet<String>();
        for (var part : before.entrySet()) {
            if (!Arrays.equals(part.getValue(), after.get(part.getKey()))) {
                changed.add(part.getKey());
            }
        }
        var allowed = new HashSet<String>();
        finding.amendments().forEach(amendment -> {
            switch (amendment) {
                case Amendment.Retype retype ->
                    allowed.add(retype.anchor().part().substring(1));
                case Amendment.Restyle restyle ->
                    allowed.add(restyle.anchor().part().substring(1));
                case Amendment.NumberPages pages ->
                    allowed.addAll(List.of("word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"));
                default -> allowed.add("word/document.xml");
            }
        });
        changed.removeAll(allowed);
        if (!changed.isEmpty()) {
            failures.add("changed parts " + changed + ": " + finding.problem());
        }
    }

    private static List<String> text(Path file) throws Exception {
        return Fixture.text(file)
                .lines()
                .map(line -> line.text().toUpperCase(Locale.of("vi")))
                .filter(text -> !text.isBlank())
                .toList();
    }

    void expectNothing(Path mutated, String what) throws Exception {
        count++;
        Fixture.check(mutated)
                .findings()
                .forEach(finding ->
                        failures.add("nearly: " + what + ": " + finding.rule().id() + " " + finding.problem()));
    }

    /** Fails if a mutation had another result than expected; begins again. */
    void done() {
        var all = List.copyOf(failures);
        failures.clear();
        assertEquals(List.of(), all);
    }

    /** Returns the number of mutations so far. */
    int count() {
        return count;
    }
}
