package org.guildhall.members;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.guildhall.access.FileExport;
import org.guildhall.access.FileRequest;
import org.guildhall.kernel.MemberId;

/** A kind of file whose lines tell of members: each is called by the number if the actor may see the member, else by the id. */
public interface MemberExport<A extends FileRequest> extends FileExport<A> {

    /** Who knows the members. */
    Members members();

    /** The members whose lines alone are asked for; refused unless the kind's permission reaches each of them. */
    default Stream<UUID> about(A asked) {
        return Stream.empty();
    }

    @Override
    default void check(A asked) {
        about(asked).forEach(id -> members().requireVisible(new MemberId(id), kind().permission()));
    }

    @Override
    default Map<MemberId, String> numbers(Set<MemberId> members) {
        return members().numbers(members);
    }
}
