package org.guildhall.messages.delivery;

import org.guildhall.messages.Delivery;

class LocalDeliveryTest extends DeliveryContract {

    @Override
    Delivery adapter() {
        return new LocalDelivery();
    }
}
