package org.guildhall.members.lists;

import java.util.List;
import java.util.UUID;
import org.guildhall.access.Access;
import org.guildhall.kernel.BusinessTime;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.guildhall.kernel.Slice;
import org.guildhall.members.MemberPermissions;
import org.guildhall.members.MemberQuery;
import org.guildhall.members.MemberRefusal.NoSuchView;
import org.guildhall.members.search.ForeignColumns;
import org.guildhall.members.search.MemberLists;
import org.springframework.stereotype.Component;

/** Keeps lists under names: one's own, and those that others share; only the owner changes a view. */
@Component
public class SavedViews {

    private static final int LONGEST_NAME = 60;

    private final Access access;
    private final SavedViewStore store;
    private final MemberLists lists;
    private final ForeignColumns columns;
    private final BusinessTime time;

    SavedViews(Access access, SavedViewStore store, MemberLists lists, ForeignColumns columns, BusinessTime time) {
        this.access = access;
        this.store = store;
        this.lists = lists;
        this.columns = columns;
        this.time = time;
    }

    /** The views the actor may use: none that names a column the actor may not be shown. */
    public List<SavedView> all() {
        access.require(MemberPermissions.READ);
        return store.visible(owner()).stream()
                .filter(view -> columns.permitted(view.query()))
                .toList();
    }

    /** How many members a view finds for this actor. */
    public Slice.Total count(UUID id) {
        return lists.total(find(id).query());
    }

    /** Keeps a new view. */
    public SavedView save(SaveView view) {
        var checked = checked(view);
        var id = Ids.next(time.clock());
        if (!store.insert(id, owner(), checked, time.now())) {
            throw InvalidInput.of("name", view.name(), "unique");
        }
        return find(id);
    }

    /** Changes one of the actor's views. */
    public SavedView change(UUID id, SaveView view) {
        var checked = checked(view);
        own(id);
        if (!store.update(id, checked)) {
            throw InvalidInput.of("name", view.name(), "unique");
        }
        return find(id);
    }

    /** Drops one of the actor's views. */
    public void drop(UUID id) {
        access.require(MemberPermissions.READ);
        own(id);
        store.delete(id);
    }

    private SaveView checked(SaveView view) {
        access.require(MemberPermissions.READ);
        var name = view.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw InvalidInput.of("name", view.name(), "text-length");
        }
        lists.requireKnown(view.query());
        lists.total(view.query());
        var query = view.query();
        return new SaveView(
                name,
                view.shared(),
                new MemberQuery(query.text(), query.filter(), query.sort(), query.columns(), null, null));
    }

    private SavedView find(UUID id) {
        access.require(MemberPermissions.READ);
        var view = store.find(id, owner());
        if (view == null) {
            throw Refusal.of(new NoSuchView(id.toString()));
        }
        return view;
    }

    private void own(UUID id) {
        if (!find(id).own()) {
            throw Refusal.of(new NoSuchView(id.toString()));
        }
    }

    private String owner() {
        return access.actor().reference();
    }
}
