package io.feverline.ingest.rest;

import io.netty.util.NetUtil;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Whom an address stands for: itself, or of IPv6 its network, as whoever has one address there has 2^64 of them. */
final class RemoteNetwork {
    private static final int NETWORK_BYTES = 8;

    private RemoteNetwork() {}

    /** The network of an address as text; the empty one when there is none. */
    static String of(@Nullable String address) {
        if (address == null) {
            return "";
        }
        byte @Nullable [] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length <= NETWORK_BYTES
                ? address
                : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
    }
}
