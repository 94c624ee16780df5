package org.guildhall.sessioncards;

import java.util.List;
import java.util.UUID;
import org.guildhall.kernel.Slice;

/** Services, and the cards that are sold of them: enter, change, put on sale, withdraw and show them. */
public interface SessionProducts {

    /** All services, by name. */
    List<ServiceView> services();

    /** Enters a service. */
    ServiceView enterService(ServiceDetails details);

    /** Changes a service. */
    ServiceView changeService(UUID id, ChangeService command);

    /** One page of products, newest first. */
    Slice<ProductView> list(ProductQuery query);

    /** The product. */
    ProductView get(UUID id);

    /** Enters a product as a draft. */
    ProductView enter(ProductDetails details);

    /** Changes a draft. */
    ProductView change(UUID id, ChangeProduct command);

    /** Puts a draft on sale, or withdraws a product. */
    ProductView move(UUID id, MoveProduct command);
}
