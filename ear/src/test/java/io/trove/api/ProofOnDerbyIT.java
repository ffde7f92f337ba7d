package io.trove.api;

import io.trove.server.Server;
import io.trove.server.Shared;

class ProofOnDerbyIT extends ProofContract {

    @Override
    Server server() {
        return Shared.onDerby();
    }
}
