CREATE TABLE payments (
    id uuid PRIMARY KEY,
    merchant_id uuid NOT NULL,
    amount numeric(12, 2) NOT NULL CHECK (amount > 0),
    currency char(3) NOT NULL,
    status text NOT NULL CHECK (status IN ('authorized', 'captured', 'refunded', 'failed')),
    created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX payments_by_merchant ON payments (merchant_id, created_at);
