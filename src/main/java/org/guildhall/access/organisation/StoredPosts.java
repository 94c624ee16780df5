package org.guildhall.access.organisation;

import static org.guildhall.access.AccessPermissions.POSTS_READ;
import static org.guildhall.access.AccessPermissions.POSTS_WRITE;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.guildhall.access.AccessRefusal;
import org.guildhall.access.AuditEntry;
import org.guildhall.access.DefinePost;
import org.guildhall.access.Grant;
import org.guildhall.access.Permission;
import org.guildhall.access.PermissionCatalogue;
import org.guildhall.access.Post;
import org.guildhall.access.PostId;
import org.guildhall.access.Posts;
import org.guildhall.access.RevisePost;
import org.guildhall.access.Scope;
import org.guildhall.access.Witness;
import org.guildhall.kernel.Ids;
import org.guildhall.kernel.InvalidInput;
import org.guildhall.kernel.Refusal;
import org.springframework.stereotype.Component;

/** The posts; only who may write posts everywhere may write any, since a post is not tied to a unit. */
@Component
class StoredPosts implements Posts {

    private final PostStore store;
    private final OrganisationChange changes;
    private final Witness witness;
    private final List<Permission> permissions;

    StoredPosts(PostStore store, OrganisationChange changes, Witness witness, List<PermissionCatalogue> catalogues) {
        this.store = store;
        this.changes = changes;
        this.witness = witness;
        this.permissions = catalogues.stream()
                .flatMap(catalogue -> catalogue.permissions().stream())
                .sorted()
                .toList();
    }

    @Override
    public List<Post> list() {
        witness.access().require(POSTS_READ);
        return store.all();
    }

    @Override
    public Post get(PostId id) {
        witness.access().require(POSTS_READ);
        return existing(id);
    }

    @Override
    public Optional<Post> byCode(String code) {
        return store.byCode(code);
    }

    @Override
    public Optional<Post> find(PostId id) {
        return store.get(id);
    }

    @Override
    public List<Permission> permissions() {
        witness.access().require(POSTS_READ);
        return permissions;
    }

    @Override
    public Post define(DefinePost command) {
        requireWriter(command.grants());
        return changes.make(() -> {
            if (store.byCode(command.code()).isPresent()) {
                throw Refusal.of(new AccessRefusal.CodeTaken(command.code()));
            }
            var post = new Post(
                    PostId.of(Ids.next(witness.time().clock())),
                    command.code(),
                    command.name(),
                    command.postClass(),
                    command.summary(),
                    command.powers(),
                    command.grants(),
                    false,
                    1);
            store.insert(post, null, witness.time().now());
            return remembered(post, "access.post-defined");
        });
    }

    @Override
    public Post revise(PostId id, RevisePost command) {
        requireWriter(command.grants());
        return changes.make(() -> {
            var post = existing(id);
            if (post.version() != command.expectedVersion()) {
                throw Refusal.of(new AccessRefusal.StaleVersion(command.expectedVersion(), post.version()));
            }
            var revised = new Post(
                    id,
                    post.code(),
                    command.name(),
                    command.postClass(),
                    command.summary(),
                    command.powers(),
                    command.grants(),
                    command.retired(),
                    post.version() + 1);
            store.update(revised, witness.time().now());
            return remembered(revised, "access.post-revised");
        });
    }

    private Post existing(PostId id) {
        return store.get(id).orElseThrow(() -> Refusal.of(new AccessRefusal.NoSuchPost(id.toString())));
    }

    private void requireWriter(List<Grant> grants) {
        if (!(witness.access().require(POSTS_WRITE) instanceof Scope.All)) {
            throw Refusal.of(new AccessRefusal.OutOfScope(POSTS_WRITE.code(), "posts"));
        }
        var seen = new HashSet<Permission>();
        for (int i = 0; i < grants.size(); i++) {
            var permission = grants.get(i).permission();
            if (!permissions.contains(permission)) {
                throw InvalidInput.of("grants[" + i + "].permission", permission, "unknown-permission");
            }
            if (!seen.add(permission)) {
                throw InvalidInput.of("grants[" + i + "].permission", permission, "duplicate");
            }
        }
    }

    private Post remembered(Post post, String act) {
        var granted = post.grants().stream()
                .map(grant -> grant.permission().code() + ":" + grant.scope().code())
                .toList();
        witness.audit()
                .record(AuditEntry.of(
                        act, "post", post.id(), "code", post.code(), "name", post.name(), "grants", granted));
        return post;
    }
}
