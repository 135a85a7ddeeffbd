/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.model.ColumnType;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.shape.TableHeaders;
import org.bieumau.reading.internal.shape.TableHeaders.Header;
import org.bieumau.reading.internal.shape.TableShape;

/**
 * Finds in a table the header of a template, by the labels of the template. It can be used for many files, also by
 * several threads at once.
 */
public final class FormFinder {

    /** Number of possible headers that are compared in full. */
    private static final int COMPARED = 8;

    private final ResolvedTemplate template;
    private final TemplateColumns columns;
    private final KnownLabels known;
    private final LabelKeys keys = new LabelKeys();
    private final Set<String> labels;

    /** @param known labels that the user assigned before */
    public FormFinder(ResolvedTemplate template, KnownLabels known) {
        this.template = template;
        this.known = known;
        columns = new TemplateColumns(TemplateColumn.of(template), keys);
        labels = columns.all().stream()
                .flatMap(column -> column.allLabels().stream())
                .map(keys::of)
                .collect(Collectors.toSet());
    }

    /** Returns the best match of the template in a table; empty if no rows of the table can be a header. */
    public Optional<FormMatch> find(Grid grid) {
        var headers = new TableHeaders(grid, this::isLabel);
        Candidate best = null;
        for (var header : promising(headers)) {
            var match = match(header);
            if (match.isPresent() && (best == null || match.get().score() > best.score())) {
                best = match.get();
                if (best.score() == 1) {
                    // The others are compared only to find a better one.
                    break;
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(first(headers, best));
    }

    private record Ranked(Header header, double overlap) {}

    /**
     * Returns the headers that are compared in full: those with most labels of the template first. What is likely
     * without the template takes long to find, and is only asked if several have as many; those without a label are
     * only sought if no other one fits.
     */
    private Iterable<Header> promising(TableHeaders headers) {
        var ranked = new ArrayList<>(ranked(headers.labelled(), each -> each.overlap() > 0));
        return () -> new Iterator<>() {
            private final List<Header> next = new ArrayList<>();
            private int read;
            private int passed;
            private boolean isWhole;

            @Override
            public boolean hasNext() {
                if (next.isEmpty() && read == ranked.size() && passed < COMPARED && !isWhole) {
                    isWhole = true;
                    ranked.addAll(ranked(headers.all(), each -> each.overlap() <= 0));
                }
                return passed < COMPARED && (!next.isEmpty() || read < ranked.size());
            }

            @Override
            public Header next() {
                if (next.isEmpty()) {
                    var overlap = ranked.get(read).overlap();
                    while (read < ranked.size() && ranked.get(read).overlap() == overlap) {
                        next.add(ranked.get(read++).header());
                    }
                    next.sort(Comparator.<Header>comparingInt(header -> header.top() - header.bottom()));
                    if (next.size() > 1) {
                        next.sort(Comparator.comparing(header -> !headers.isLikely(header)));
                    }
                }
                passed++;
                return next.removeFirst();
            }
        };
    }

    /** Returns some of the headers, those with most labels of the template first. */
    private List<Ranked> ranked(List<Header> headers, Predicate<Ranked> some) {
        return headers.stream()
                .map(header -> new Ranked(header, overlap(header)))
                .filter(some)
                .sorted(Comparator.comparingDouble(each -> -each.overlap()))
                .toList();
    }

    private record Candidate(Header header, FormMatch match) {

        double score() {
            return match.score();
        }
    }

    private Optional<Candidate> match(Header header) {
        return header.shape().map(shape -> new Candidate(header, match(shape)));
    }

    /**
     * Returns the match with the first of several headers with the same labels: a header is repeated on later pages.
     */
    private FormMatch first(TableHeaders headers, Candidate best) {
        var alike = overlap(best.header()) > 0 ? headers.labelled() : headers.all();
        return alike.stream()
                .filter(header -> header.top() < best.header().top()
                        && header.bottom() - header.top()
                                == best.header().bottom() - best.header().top()
                        && header.labels().equals(best.header().labels()))
                .findFirst()
                .flatMap(this::match)
                .map(Candidate::match)
                .orElse(best.match());
    }

    private double overlap(Header header) {
        var equal = 0;
        for (var label : header.labels()) {
            equal += isLabel(label) ? 1 : 0;
        }
        return equal - 0.01 * header.labels().size();
    }

    private boolean isLabel(String text) {
        return labels.contains(keys.of(text));
    }

    /** Returns how a table whose header is known fits the template. */
    public FormMatch match(TableShape shape) {
        var decisions = ColumnMatcher.match(columns, shape, known, keys);
        var wanted = 0.0;
        var found = 0.0;
        var added = 0;
        for (var decision : decisions) {
            if (decision.leaf().isPresent()) {
                var weight = decision.leaf().get().type() == ColumnType.ORDINAL ? 0.5 : 1;
                wanted += weight;
                found += decision.column().isPresent() ? weight * decision.score() : 0;
            } else {
                added++;
            }
        }
        var score = (wanted == 0 ? 0 : found / wanted)
                - 0.15 * added / shape.columns().size()
                + (template.hasColumnNumberRow() && shape.numberRow().isPresent() ? 0.03 : 0);
        return new FormMatch(template, known, shape, decisions, Math.clamp(score, 0, 1), 0);
    }
}
