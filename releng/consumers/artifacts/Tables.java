/* SPDX-License-Identifier: EPL-2.0 */
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItems;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.shape.ShapeFinder;

/** Finds the header of a table. */
public final class Tables {

    public static void main(String[] arguments) throws Exception {
        var items = new ArrayList<SourceItem>();
        items.add(new SourceItem.TableStart(new Place.Cell("a.xlsx", "A", ""), 0, Set.of()));
        items.add(row(1, "STT", "Tên xã", "Số hộ"));
        items.add(row(2, "1", "Hòa Phú", "120"));
        items.add(new SourceItem.TableEnd());
        var rest = items.iterator();
        var content = SourceContent.read(new SourceItems() {

            @Override
            public SourceItem next() {
                return rest.hasNext() ? rest.next() : null;
            }

            @Override
            public void close() {}
        });
        var shape = ShapeFinder.find(content.grids().getFirst()).orElseThrow();
        if (shape.columns().size() != 3 || !shape.columns().get(1).label().equals("Tên xã")) {
            throw new IllegalStateException(shape.toString());
        }
    }

    private static SourceItem.Row row(int number, String... texts) {
        var cells = new ArrayList<SourceItem.Cell>();
        for (int i = 0; i < texts.length; i++) {
            var place = new Place.Cell("a.xlsx", "A", (char) ('A' + i) + "" + number);
            cells.add(new SourceItem.Cell(
                    place, i, 1, SourceItem.Merge.NONE, SourceItem.Kind.TEXT, texts[i], texts[i], List.of(), Set.of()));
        }
        return new SourceItem.Row(number, cells, Set.of());
    }
}
