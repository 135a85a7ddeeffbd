/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    private final List<HeaderBlock> blocks;
    private final List<Header> headers;
    private @Nullable Optional<TableShape> likely;

    public TableHeaders(Grid grid) {
        this.grid = grid;
        blocks = HeaderBlock.all(grid);
        headers = blocks.stream().map(Header::new).toList();
    }

    /** Returns all of them, from top to bottom. */
    public List<Header> all() {
        return headers;
    }

    /** Returns whether a header is the most likely one if the labels are not known. */
    public boolean isLikely(Header header) {
        if (likely == null) {
            likely = ShapeFinder.find(grid, blocks);
        }
        return likely.filter(shape -> shape.top() == header.top() && shape.bottom() == header.bottom())
                .isPresent();
    }
}
