/** Whether a village code is a kelurahan's: its last part begins with 1 (Kepmendagri 300.2.2-2430/2025). */
export function isKelurahan(villageCode: string): boolean {
  return villageCode.split(".")[3]?.startsWith("1") ?? false;
}
