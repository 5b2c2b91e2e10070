/** The design system. Everything that a feature may use of it is named here. */
export { type Announce, LiveRegion, useAnnounce } from './announce.tsx';
export {
  Button,
  type ButtonLook,
  type ButtonProps,
  IconButton,
  type IconButtonProps,
  Key,
  ToggleButton,
  type ToggleButtonProps,
} from './button.tsx';
export { LineChart, type LineChartProps } from './chart/line-chart.tsx';
export type { ChartLevel, ChartPoint } from './chart/scale.ts';
export {
  Checkbox,
  type CheckboxProps,
  type Choice,
  ComboBox,
  type ComboBoxProps,
  SearchField,
  type SearchFieldProps,
  Select,
  type SelectProps,
  TextField,
  type TextFieldProps,
} from './field.tsx';
// The editing of one cell, for forms that edit the same fields.
export { Anchored } from './grid/anchored.tsx';
export { EditorPanel } from './grid/editor-panel.tsx';
export { Grid } from './grid/grid.tsx';
export { keyInfo } from './grid/keys.ts';
export { isMirrored, useZoom } from './grid/layout.ts';
export { ChoosingSession, openSession, type Session, SetSession } from './grid/sessions.ts';
export { PASTED_MAX } from './grid/pasted.ts';
export { useVirtualizer } from './grid/virtual.ts';
export type {
  CellValue,
  CommitDetail,
  DateReading,
  EditorKind,
  GridAhead,
  GridApi,
  GridColumn,
  GridCopied,
  GridFill,
  GridGroup,
  GridMark,
  GridOption,
  GridPaste,
  GridProps,
  GridRange,
  GridSort,
  GridSource,
} from './grid/types.ts';
export { useGrowth } from './growth.ts';
export { showSigns } from './hidden-signs.ts';
export { Icon, type IconName, type IconProps } from './icon.tsx';
export {
  Badge,
  type BadgeProps,
  Chip,
  type ChipProps,
  FilterChip,
  type FilterChipProps,
  StatusMark,
  type StatusMarkProps,
  type StatusShape,
} from './marks.tsx';
export {
  Menu,
  MenuItem,
  type MenuItemProps,
  type MenuProps,
  MenuSection,
  MenuSeparator,
  PointMenu,
} from './menu.tsx';
export {
  Callout,
  type CalloutProps,
  EmptyState,
  type EmptyStateProps,
  MessageBar,
  type MessageBarProps,
} from './messages.tsx';
export { OffProvider } from './off.tsx';
export {
  Dialog,
  DialogLayers,
  DialogMessages,
  type DialogProps,
  Popover,
  type PopoverProps,
  useIsCovered,
} from './overlay.tsx';
export { ProgressBar, type ProgressBarProps } from './progress.tsx';
export { RadioGroup, type RadioGroupProps } from './radio.tsx';
export { type KitStrings, KitStringsProvider, kitStrings, useKitStrings } from './strings.tsx';
export { type PickItem, PickList, type PickListProps } from './pick-list.tsx';
export { type TabItem, Tabs, type TabsProps } from './tabs.tsx';
export { applyTextSize, applyTheme, nextTextSize, TEXT_SIZES, type Theme } from './theme.ts';
export { Tooltip, type TooltipProps } from './tooltip.tsx';
