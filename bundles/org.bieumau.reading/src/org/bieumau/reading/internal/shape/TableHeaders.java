/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.jspecify.annotations.Nullable;

/** The rows that can be the header of a table, for callers that know the expected labels. */
public final class TableHeaders {

    /** Rows that can be a header. */
    public static final class Header {

        private final HeaderBlock block;
        private final List<String> labels;

        private Header(HeaderBlock block) {
            this.block = block;
            labels = IntStream.range(block.from(), block.to())
                    .mapToObj(block::leaf)
                    .filter(Objects::nonNull)
                    .distinct()
                    .map(GridCell::text)
                    .toList();
        }

        /** Returns the index of the first row. */
        public int top() {
            return block.top();
        }

        /** Returns the index of the last row. */
        public int bottom() {
            return block.bottom();
        }

        /** Returns the labels of the columns, without their groups. */
        public List<String> labels() {
            return labels;
        }

        /** Returns the shape of the table if this is its header; empty if it has less than two columns. */
        public Optional<TableShape> shape() {
            return ShapeFinder.shape(block);
        }
    }

    private final Grid grid;
    private final List<Header> labelled;
    private @Nullable List<HeaderBlock> blocks;
    private @Nullable List<Header> headers;
    private @Nullable Optional<TableShape> likely;

    /** @param isLabel whether a text is an expected label */
    public TableHeaders(Grid grid, Predicate<String> isLabel) {
        this.grid = grid;
        labelled = headers(HeaderBlock.all(
                grid, row -> grid.cells(row).stream().map(GridCell::text).anyMatch(isLabel)));
    }

    private static List<Header> headers(List<HeaderBlock> blocks) {
        return blocks.stream().map(Header::new).toList();
    }

    /** Returns those with a row that has an expected label, from top to bottom. They are found sooner than all. */
    public List<Header> labelled() {
        return labelled;
    }

    /** Returns all of them, from top to bottom. */
    public List<Header> all() {
        if (headers == null) {
            headers = headers(blocks());
        }
        return headers;
    }

    private List<HeaderBlock> blocks() {
        if (blocks == null) {
            blocks = HeaderBlock.all(grid);
        }
        return blocks;
    }

    /** Returns whether a header is the most likely one if the labels are not known. */
    public boolean isLikely(Header header) {
        if (likely == null) {
            likely = ShapeFinder.find(grid, blocks());
        }
        return likely.filter(shape -> shape.top() == header.top() && shape.bottom() == header.bottom())
                .isPresent();
    }
}
