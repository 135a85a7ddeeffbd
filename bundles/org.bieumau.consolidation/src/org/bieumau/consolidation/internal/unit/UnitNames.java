/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.unit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;

/**
 * Finds the units of a campaign in texts. A word of a text is equal to a word of a name, or it is the same word without
 * diacritics; a word with other diacritics is another word.
 */
public final class UnitNames {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\d]+");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    /** Words that a name begins with and that returns leave out or write in full. */
    private static final List<List<String>> BODIES = List.of(
            List.of("ubnd"),
            List.of("uy", "ban", "nhan", "dan"),
            List.of("hdnd", "va", "ubnd"),
            List.of("dang", "uy"),
            List.of("uy", "ban"));

    private static final Set<String> KINDS = Set.of("xã", "phường", "thị trấn", "huyện", "thị xã", "thành phố", "tỉnh");

    /** How many words a name shares with a text. */
    private enum Level {
        FULL,
        CORE
    }

    private record Name(Unit unit, Level level, List<String> words, List<String> folded) {}

    private record Hit(Name name, int first, boolean exact) {
        int end() {
            return first + name.words().size();
        }
    }

    /** Names by their words without diacritics. */
    private final Map<String, List<Name>> byWords = new HashMap<>();

    private final Map<String, String> shared = new HashMap<>();
    private int longest;
    private final Map<String, Set<Unit>> codes = new HashMap<>();

    public UnitNames(List<Unit> units) {
        for (var unit : units) {
            unit.names().forEach(name -> add(unit, name));
            if (!unit.code().isBlank()) {
                codes.computeIfAbsent(unit.code().strip(), key -> new LinkedHashSet<>())
                        .add(unit);
            }
        }
    }

    private void add(Unit unit, String name) {
        var words = words(name);
        if (words.isEmpty()) {
            return;
        }
        put(unit, Level.FULL, words);
        var folded = words.stream().map(VietnameseText::fold).toList();
        var body = BODIES.stream()
                .filter(each -> folded.size() > each.size()
                        && folded.subList(0, each.size()).equals(each))
                .findFirst();
        var rest = body.map(each -> words.subList(each.size(), words.size())).orElse(words);
        if (body.isPresent()) {
            put(unit, Level.FULL, rest);
        }
        for (int length = 2; length > 0; length--) {
            if (rest.size() > length && KINDS.contains(String.join(" ", rest.subList(0, length)))) {
                put(unit, Level.CORE, rest.subList(length, rest.size()));
                break;
            }
        }
    }

    private void put(Unit unit, Level level, List<String> words) {
        // A single short syllable or number is in too many texts to name a unit.
        if (words.size() == 1 && words.getFirst().length() < 2) {
            return;
        }
        var folded = words.stream().map(VietnameseText::fold).toList();
        byWords.computeIfAbsent(String.join(" ", folded), key -> new ArrayList<>())
                .add(new Name(unit, level, shared(words), shared(folded)));
        longest = Math.max(longest, folded.size());
    }

    /** The names of thousands of units consist of few words. */
    private List<String> shared(List<String> words) {
        return words.stream()
                .map(word -> shared.computeIfAbsent(word, key -> key))
                .toList();
    }

    private static List<String> words(String text) {
        return WORD.matcher(VietnameseText.spelling(text).toLowerCase(VietnameseText.LOCALE))
                .results()
                .map(match -> match.group())
                .toList();
    }

    /**
     * Returns the units that a text names; several if it is not clear which. Full names count before names without
     * their kind, exact spelling before spelling without diacritics, long names before names within them.
     */
    public Set<Unit> find(String text) {
        var hits = hits(words(text));
        for (var level : Level.values()) {
            for (var exact : List.of(true, false)) {
                var found = new TreeSet<Unit>((one, other) -> Integer.compare(one.index(), other.index()));
                hits.stream()
                        .filter(hit -> hit.name().level() == level && (hit.exact() || !exact))
                        .filter(hit -> hits.stream().noneMatch(other -> covers(other, hit)))
                        .forEach(hit -> found.add(hit.name().unit()));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return Set.of();
    }

    /** Returns the units that the name of a file or folder contains, as a name or as a code. */
    public Set<Unit> inFileName(String name) {
        var found = find(name);
        if (found.isEmpty()) {
            found = find(CAMEL.matcher(VietnameseText.nfc(name)).replaceAll(" "));
        }
        if (!found.isEmpty()) {
            return found;
        }
        var coded = new LinkedHashSet<Unit>();
        words(name).forEach(word -> coded.addAll(codes.getOrDefault(word, Set.of())));
        return coded;
    }

    private static boolean covers(Hit other, Hit hit) {
        return other != hit
                && other.first() <= hit.first()
                && other.end() >= hit.end()
                && other.end() - other.first() > hit.end() - hit.first();
    }

    private List<Hit> hits(List<String> words) {
        var folded = words.stream().map(VietnameseText::fold).toList();
        var hits = new ArrayList<Hit>();
        for (int first = 0; first < words.size(); first++) {
            for (int end = first + 1; end <= Math.min(words.size(), first + longest); end++) {
                for (var name : byWords.getOrDefault(String.join(" ", folded.subList(first, end)), List.of())) {
                    hit(name, words, first, hits);
                }
            }
        }
        return hits;
    }

    private static void hit(Name name, List<String> words, int first, List<Hit> hits) {
        var exact = true;
        for (int i = 0; i < name.words().size(); i++) {
            var word = words.get(first + i);
            var same = word.equals(name.words().get(i));
            if (!same && !word.equals(name.folded().get(i))) {
                return;
            }
            exact &= same;
        }
        hits.add(new Hit(name, first, exact));
    }
}
